export interface LawTable {
  id: 1;
  title: string;
  notice: string;
  version: string;
  imported_at: string;
}

export interface LawRuleTable {
  number: number;
  part: string;
  part_title: string;
  heading: string;
  body: string | null;
}
