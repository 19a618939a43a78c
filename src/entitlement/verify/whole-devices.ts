import { FEATURES, type Feature, type Features, type Row } from '../../knowledge/rules.js';
import { rowHolds } from '../deciding-row.js';

/** Every device of which all is known, as the rows look at it. */
export const WHOLE_DEVICES: readonly Features[] = FEATURES.class.flatMap((cls) =>
  FEATURES.nmc.flatMap((nmc) =>
    FEATURES.year.flatMap((year) => FEATURES.cover.map((cover): Features => ({ class: cls, nmc, year, cover }))),
  ),
);

/** Each value's own part of a device's place in WHOLE_DEVICES, by feature: the place is the sum of the four. */
const STEPS = ((): Readonly<Record<Feature, ReadonlyMap<string, number>>> => {
  const { class: cls, nmc, year, cover } = FEATURES;
  const steps = (values: readonly string[], step: number) => new Map(values.map((v, i) => [v, i * step]));
  return {
    class: steps(cls, nmc.length * year.length * cover.length),
    nmc: steps(nmc, year.length * cover.length),
    year: steps(year, cover.length),
    cover: steps(cover, 1),
  };
})();

export const valueStep = (feature: Feature, value: string): number => STEPS[feature].get(value) ?? 0;

/** The place of a device in WHOLE_DEVICES. */
export const devicePlace = ({ class: cls, nmc, year, cover }: Features): number =>
  valueStep('class', cls) + valueStep('nmc', nmc) + valueStep('year', year) + valueStep('cover', cover);

/** For each of WHOLE_DEVICES the rows that hold, in the table's order; the first decides. */
export const rowsHolding = (rows: readonly Row[]): readonly (readonly Row[])[] =>
  WHOLE_DEVICES.map((device) => rows.filter((row) => rowHolds(row, device)));
