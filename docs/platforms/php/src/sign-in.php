<?php

declare(strict_types=1);

/** Who is signed in: a cookie that names the user, with a signature, so that nobody makes one for somebody else. */
final class SignIn
{
    public const COOKIE = 'platform_user';

    /** How long a cookie is good for, in seconds. */
    private const LIFETIME = 86_400;

    public function __construct(private readonly string $key)
    {
    }

    /** What the cookie of somebody holds, from now on for a day. */
    public function valueFor(string $userId): string
    {
        $content = $userId . '.' . (time() + self::LIFETIME);
        return "$content." . hash_hmac('sha256', $content, $this->key);
    }

    /** @param ?string $cookies the header `Cookie` of a request @return ?string who sent it; null for nobody */
    public function userId(?string $cookies): ?string
    {
        $pattern = '/(?:^|;)\s*' . self::COOKIE . '=(([\w-]+)\.(\d{1,12}))\.([0-9a-f]{64})\s*(?:;|$)/';
        if (!preg_match($pattern, $cookies ?? '', $found)) {
            return null;
        }
        [, $content, $userId, $until, $mac] = $found;
        $isOurs = hash_equals(hash_hmac('sha256', $content, $this->key), $mac);
        return $isOurs && time() < (int) $until ? $userId : null;
    }
}
