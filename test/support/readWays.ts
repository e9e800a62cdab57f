/** How many GraphQL requests a server has begun to answer by each way. */
export async function readWays({
  url,
  token,
}: {
  readonly url: string;
  readonly token: string;
}): Promise<{ apollo: number; prepared: number; compiled: number }> {
  const response = await fetch(`${url}/metrics`, { headers: { authorization: `Bearer ${token}` } });
  const text = await response.text();
  const count = (way: string) =>
    Number(new RegExp(`^vigil_graphql_requests_total\\{way="${way}"\\} (\\d+)`, 'm').exec(text)?.[1] ?? 0);
  return { apollo: count('apollo'), prepared: count('prepared'), compiled: count('compiled') };
}
