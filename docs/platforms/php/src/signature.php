<?php

declare(strict_types=1);

/** What is said between the platform and the plugin's server is signed as Standard Webhooks do, in both directions. */
final class Signature
{
    /** How far the clocks of both may be apart, and a message be on its way, in seconds. */
    private const TOLERANCE = 300;

    private readonly string $key;

    /** @param string $secret `whsec_` and the key in base64, or the key itself; of 16 bytes at least */
    public function __construct(string $secret)
    {
        $isEncoded = str_starts_with($secret, 'whsec_');
        $key = $isEncoded ? base64_decode(substr($secret, 6), true) : $secret;
        if ($key === false || strlen($key) < 16) {
            throw new RuntimeException('SEANCES_SECRET has to be "whsec_" and at least 16 bytes in base64.');
        }
        $this->key = $key;
    }

    /** Another key made from the same secret, for a purpose that has nothing to do with this one. */
    public function keyFor(string $purpose): string
    {
        return hash_hmac('sha256', $purpose, $this->key, true);
    }

    /** @return array<string, string> the headers that go with a body */
    public function headersFor(string $id, string $body): array
    {
        $timestamp = (string) time();
        return [
            'webhook-id' => $id,
            'webhook-timestamp' => $timestamp,
            'webhook-signature' => $this->of($id, $timestamp, $body),
        ];
    }

    /** True when one of the signatures, which blanks part, is of this secret, and the message of these minutes. */
    public function fits(string $id, string $timestamp, string $signatures, string $body): bool
    {
        if ($id === '' || !preg_match('/^\d{1,12}$/D', $timestamp)) {
            return false;
        }
        if (abs(time() - (int) $timestamp) > self::TOLERANCE) {
            return false;
        }
        $expected = $this->of($id, $timestamp, $body);
        foreach (explode(' ', $signatures) as $signature) {
            if (hash_equals($expected, $signature)) {
                return true;
            }
        }
        return false;
    }

    private function of(string $id, string $timestamp, string $body): string
    {
        return 'v1,' . base64_encode(hash_hmac('sha256', "$id.$timestamp.$body", $this->key, true));
    }
}
