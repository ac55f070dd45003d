import dynamic from 'next/dynamic';
const Editor = dynamic(() => import('../studio/editor.tsx'), { ssr: false });
export default function Studio() {
  return (
    <div style={{ height: '100vh' }}>
      <Editor />
    </div>
  );
}
