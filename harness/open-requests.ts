interface VitestWorker {
  resolvingModules?: Set<string>
}

const REQUESTS = /^(FSReq|GetAddrInfo|GetNameInfo)/

/**
 * Whether Node is busy outside the story: a module is being loaded, or a file or a name is being
 * looked up. Story time stands still meanwhile. Work in the thread pool that has no request of its
 * own (`crypto.pbkdf2`) cannot be seen; such exercises run on the real clock.
 */
export function somethingOpen(): boolean {
  const worker = (globalThis as { __vitest_worker__?: VitestWorker }).__vitest_worker__
  if (worker?.resolvingModules && worker.resolvingModules.size > 0) return true
  return process.getActiveResourcesInfo().some((resource) => REQUESTS.test(resource))
}
