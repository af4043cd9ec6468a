export {
  createRemoteHost,
  type RemoteHostOptions,
  type RemotePlatformOptions,
} from './create-remote-host.js';
export { hearPlatform, type HearingOptions } from './hear-platform.js';
