/** The queues of the worker; installed by the migration runner with the owner's rights. */
export const QUEUES = [
  { name: "deliver-notice", options: { policy: "standard", retryLimit: 0, expireInSeconds: 120 } },
  { name: "sweep", options: { policy: "exclusive", retryLimit: 0, expireInSeconds: 300 } },
  { name: "recompute", options: { policy: "standard", retryLimit: 0, expireInSeconds: 3_600 } },
] as const;

export type QueueName = (typeof QUEUES)[number]["name"];
