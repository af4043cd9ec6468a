import type { Container, ServiceIdentifier } from 'inversify';

/** Binds a class to itself, with the tokens of its constructor's parameters: checked by the compiler, without decorators. */
export function provide<Parameters extends unknown[], Instance>(
  container: Container,
  constructor: new (...parameters: Parameters) => Instance,
  tokens: { [Index in keyof Parameters]: ServiceIdentifier<Parameters[Index]> },
): void {
  const make = (...parameters: unknown[]) => new constructor(...(parameters as Parameters));
  container
    .bind<Instance>(constructor)
    .toResolvedValue(make, tokens as unknown as ServiceIdentifier[])
    .inSingletonScope();
}
