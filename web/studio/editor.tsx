import 'graphiql/setup-workers/webpack';
import 'graphiql/style.css';
import { GraphiQL } from 'graphiql';
import { createGraphiQLFetcher } from '@graphiql/toolkit';
export default function Editor() {
  const fetcher = createGraphiQLFetcher({ url: '/graphql' });
  return <GraphiQL fetcher={fetcher} isHeadersEditorEnabled defaultEditorToolsVisibility="headers" />;
}
