/** What a notification says of its cause. One that says nothing readable says of nothing, which no log knows. */
export interface Said {
  readonly cursor?: string;
  readonly id?: string;
  readonly sequence?: number;
  readonly event?: string;
  readonly status?: string;
}

export function saidBy(body: string): Said {
  try {
    const { data } = JSON.parse(body) as { data?: Said };
    return data ?? {};
  } catch {
    return {};
  }
}
