<?php

declare(strict_types=1);

// Tells the plugin what it has not taken yet. For cron, every minute: php tell.php

require __DIR__ . '/src/platform.php';

(new Platform())->tellGone();
