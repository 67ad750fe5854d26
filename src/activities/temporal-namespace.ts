/** Where the runs of this worker are known. */
export interface TemporalNamespace {
  name: string;
  /** A UUID: two clusters have each a namespace of one name, and do not know each other's runs. */
  id: string;
  /** How long it keeps the history of a run that has ended; infinite where it does not tell. */
  retentionSeconds: number;
}
