import 'graphiql/setup-workers/webpack';
import 'graphiql/style.css';
import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { GraphiQL } from 'graphiql';
import { type ReactElement, useState } from 'react';
import { EXAMPLES } from './examples.ts';

const HEADERS = `${JSON.stringify({ authorization: 'Bearer sk_your-key' }, null, 2)}\n`;

/** GraphiQL on our own API. A key typed here is sent with the query and kept nowhere. */
export function Editor(): ReactElement {
  const [fetcher] = useState(() => createGraphiQLFetcher({ url: '/graphql' }));
  const tabs = EXAMPLES.map(({ query, variables }) => ({
    query: query.trim(),
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
