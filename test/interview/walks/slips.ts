import type { Choose } from './choosing.js';
import type { OwnDevice, Person } from './person.js';
import { cardSayings, commissioningSayings, contractSayings, type Saying } from './sayings.js';

/** What somebody may say wrongly of a device of his, each fact in its ways: of none that he cannot put right. */
export function slipsOf({ devices, today }: Person, own: number): readonly (readonly Saying[])[] {
  const { true: device, mistaken } = devices[own] as Person['devices'][number];
  const ways: (readonly Saying[])[] = [];
  if (device.card && mistaken.card && mistaken.card !== device.card) ways.push(cardSayings(mistaken.card));
  if (device.commissioned && mistaken.commissioned) ways.push(commissioningSayings(mistaken.commissioned, today));
  if (device.contract && mistaken.contract && planOf(mistaken) !== planOf(device))
    ways.push(contractSayings(mistaken.contract));
  return ways;
}

/** A contract that has ended counts as none. */
function planOf({ contract }: OwnDevice): string {
  if (contract === null) return '';
  if (contract.kind === 'over') return 'none';
  return 'plan' in contract ? contract.plan : contract.kind;
}

/** Another product's name, which a device is called by at first; null, as mostly, where it is called by its own. */
export function misnamed({ devices }: Person, own: number, choose: Choose): string | null {
  const { true: device, mistaken } = devices[own] as Person['devices'][number];
  const slips = device.product !== null && mistaken.product !== null && mistaken.product !== device.product;
  return slips && choose([false, false, false, true]) ? mistaken.product : null;
}
