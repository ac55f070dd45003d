import 'graphiql/setup-workers/webpack';
import 'graphiql/style.css';
import { GraphiQL } from 'graphiql';
import { type ReactElement, useState } from 'react';
import { EXAMPLES } from './examples.ts';
import { HEADERS, studioFetcher } from './fetcher.ts';

/**
 * GraphiQL on our own API. A key typed here is sent with the query and kept nowhere; without one it is the member who
 * is signed in that asks.
 */
export function Editor(): ReactElement {
  const [fetcher] = useState(studioFetcher);
  const tabs = EXAMPLES.map(({ query, variables }) => ({
    query: query.trim().replaceAll('\n  ', '\n'),
    variables: JSON.stringify(variables, null, 2),
    headers: HEADERS,
  }));
  return (
    <GraphiQL
      fetcher={fetcher}
      defaultHeaders={HEADERS}
      defaultTabs={tabs}
      defaultEditorToolsVisibility="headers"
      isHeadersEditorEnabled
      shouldPersistHeaders={false}
      showPersistHeadersSettings={false}
    />
  );
}
