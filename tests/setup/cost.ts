/**
 * CPU time in ms that this thread used for some work. Not the wall's time: a machine that is busy with others makes a test slower, but
 * does not make it work more.
 */
export async function threadCpu(work: () => unknown): Promise<number> {
  const before = process.threadCpuUsage()
  await work()
  const { user, system } = process.threadCpuUsage(before)
  return (user + system) / 1000
}

/** The same of the whole process, with all its threads. */
export async function processCpu(work: () => unknown): Promise<number> {
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}
