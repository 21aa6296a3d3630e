/**
 * What happens to one request on its way to the portal. The names read as sentences: «the request `is held for` 20
 * milliseconds».
 */
export type NetworkFault =
  | { kind: 'is refused' | 'gets lost' | 'comes twice' }
  | { kind: 'is done but not answered' | 'is answered twice' | 'meets a restart' }
  | { kind: 'is cut after'; bytes: number }
  | { kind: 'gets an answer cut after'; bytes: number }
  | { kind: 'is held for' | 'is given up and comes after'; milliseconds: number };
