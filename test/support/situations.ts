const device = { family: 'Galaxy VS', nmc: 'NMC3' };

/** Facts of devices, to be looked at on 22 November 2026, by what is to be seen of them. */
export const SITUATIONS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  included: { ...device, commissioned: '2026-05-14', plan: 'none' },
  'ends soon': { ...device, commissioned: '2025-12-01' },
  'a gap': {
    ...device,
    commissioned: '2026-05-14',
    plan: 'advantage-prime',
    contractStart: '2027-09-01',
    contractEnd: '2028-08-31',
  },
  'a plan in effect': {
    ...device,
    commissioned: '2024-05-14',
    plan: 'advantage-ultra',
    contractStart: '2026-01-01',
    contractEnd: '2027-12-31',
  },
  'a plan that runs on': { ...device, commissioned: '2024-05-14', plan: 'ecocare', contractStart: 'in-effect' },
  'a month at the boundary': { ...device, commissioned: '2025-11', plan: 'none' },
  'not started': { ...device, commissioned: '2027-02-15' },
  expired: { ...device, commissioned: '2023-05-14', plan: 'none' },
};
