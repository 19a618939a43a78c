/** What others only believe of a device, as the source of a pattern: neither card nor plan nor day is known by it. */
export const OTHERS_BELIEVE =
  '(?:he|she|they|boss|chief|colleagues?|managers?|predecessor|owner|electricians?|technicians?|somebody|someone) (?:\\w+ )?(?:thinks?|believes?|reckons?|assumes?|supposes?|suspects?|guess(?:es)?)';
