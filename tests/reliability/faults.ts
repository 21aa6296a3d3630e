/** What happens to one request on its way. Milliseconds and bytes are numbers. */
export type Fault =
  | { how: 'is refused' | 'gets lost' | 'comes twice' }
  | { how: 'is done but not answered' | 'is answered twice' | 'meets a restart' }
  | { how: 'is cut after'; bytes: number }
  | { how: 'gets an answer cut after'; bytes: number }
  | { how: 'is held for' | 'is given up and comes after'; milliseconds: number };
