/** What a prison enters about itself, in the order in which its kiosks show it. */
export const prisonRuleKeys = [
  'food-scale',
  'clothing-issue',
  'bedding-issue',
  'necessaries-issue',
  'visiting-days',
  'further-privileges',
  'outside-addresses',
] as const;
export type PrisonRuleKey = (typeof prisonRuleKeys)[number];

/** The reading page on which it stands. */
export const pageOfRule: Readonly<Record<PrisonRuleKey, string>> = {
  'food-scale': 'food',
  'clothing-issue': 'clothing',
  'bedding-issue': 'bedding',
  'necessaries-issue': 'washing',
  'visiting-days': 'visits-and-letters',
  'further-privileges': 'stages-and-privileges',
  'outside-addresses': 'whom-outside',
};
