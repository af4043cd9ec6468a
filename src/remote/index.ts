export {
  createRemoteHost,
  type RemoteHostOptions,
  type RemotePlatformOptions,
} from './create-remote-host.js';
export { hearPlatform, type HearingOptions } from './hear-platform.js';
export type { RemoteMethods, RemoteProtocol } from './protocol.js';
