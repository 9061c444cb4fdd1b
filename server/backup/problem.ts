/** A backup or a restore that cannot be done. Its message is one line for the operator. */
export class BackupProblem extends Error {
  override name = 'BackupProblem'
}
