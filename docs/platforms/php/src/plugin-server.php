<?php

declare(strict_types=1);

/** Where the plugin is on this platform, as browsers see it. */
const PLUGIN = '/plugins/seances';

/** The server of the plugin, `npx seances serve`. */
final class PluginServer
{
    /** Headers that are about one connection, and those that PHP writes itself. */
    private const OF_A_CONNECTION =
        '/^(connection|keep-alive|transfer-encoding|upgrade|te|trailer|expect|content-length|date)$/i';

    /** @param string $origin such as `http://127.0.0.1:3000` */
    public function __construct(private readonly string $origin, private readonly Signature $signature)
    {
    }

    /**
     * Tells the plugin what happened on the platform, such as `['type' => 'user.gone', 'userId' => 'learner1']`.
     *
     * @throws RuntimeException when the plugin has not taken it: it is to be told again
     */
    public function tell(array $event): void
    {
        $body = json_encode($event, JSON);
        $headers = ['content-type: application/json'];
        foreach ($this->signature->headersFor('msg_' . bin2hex(random_bytes(16)), $body) as $name => $value) {
            $headers[] = "$name: $value";
        }
        [$status] = $this->ask('POST', PLUGIN . '/api/v1/host/tell', $headers, $body);
        if ($status !== 204) {
            throw new RuntimeException("The plugin answers $status to {$event['type']}.");
        }
    }

    /** Answers a browser's request with what the plugin's server answers: for trying out, see README.md. */
    public function passOn(): void
    {
        $headers = [];
        foreach (getallheaders() as $name => $value) {
            if (!preg_match(self::OF_A_CONNECTION, $name)) {
                $headers[] = "$name: $value";
            }
        }
        ['REQUEST_METHOD' => $method, 'REQUEST_URI' => $path] = $_SERVER;
        [$status, $answered, $stream] = $this->ask($method, $path, $headers, file_get_contents('php://input'));
        ini_set('default_mimetype', '');
        http_response_code($status);
        foreach ($answered as $line) {
            if (!preg_match(self::OF_A_CONNECTION, strstr($line, ':', true))) {
                header($line, false);
            }
        }
        fpassthru($stream);
    }

    /**
     * @param list<string> $headers
     * @return array{int, list<string>, resource} status, headers and body
     * @throws RuntimeException when the server does not answer
     */
    private function ask(string $method, string $path, array $headers, string $body): array
    {
        $options = ['method' => $method, 'header' => $headers, 'timeout' => 30];
        $options += ['protocol_version' => 1.1, 'follow_location' => 0, 'ignore_errors' => true];
        $options += $body === '' ? [] : ['content' => $body];
        $stream = @fopen($this->origin . $path, 'r', false, stream_context_create(['http' => $options]));
        if ($stream === false) {
            throw new RuntimeException("The plugin's server does not answer at $this->origin.");
        }
        $answered = stream_get_meta_data($stream)['wrapper_data'];
        return [(int) explode(' ', array_shift($answered))[1], $answered, $stream];
    }
}
