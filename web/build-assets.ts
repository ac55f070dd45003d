/**
 * Makes our one script and our two stylesheets from `assets/`, under names that carry their fingerprint, and the inventory
 * of scripts that PCI DSS 6.4.3 asks for. Called by next.config.mjs at build time and read by Node itself: no syntax here
 * that has to be compiled.
 */
import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { minify, transform } from '@swc/core';
import type { Asset, Assets } from './ui/assets.ts';

/** In this order; each is a piece of its own and knows nothing of the others but the page. */
export const SCRIPT_PIECES = [
  'focus.ts',
  'card.ts',
  'brand.ts',
  'hints.ts',
  'time.ts',
  'once.ts',
  'print.ts',
  'bank.ts',
  'leave.ts',
];

const PURPOSE =
  'Helps with the card form: gaps in the card number, the brands of a card, hints beside the fields, the time left, ' +
  'one sending per form, the frame of the bank, printing the ticket. The payment works without it.';

export async function buildAssets(webFolder: string): Promise<Assets> {
  const source = path.join(webFolder, 'assets');
  const target = path.join(webFolder, 'public', 'assets');
  await rm(target, { recursive: true, force: true });
  await mkdir(target, { recursive: true });
  const pieces = await Promise.all(SCRIPT_PIECES.map(name => piece(path.join(source, name))));
  const script = await minify(pieces.join('\n'), {
    compress: { passes: 2 },
    mangle: { toplevel: true },
    module: false,
  });
  const style = await stylesheet(path.join(source, 'style'));
  // The colours and the plain elements are the same; the rest of the two worlds has nothing in common.
  const till = await stylesheet(path.join(source, 'style-till'), path.join(source, 'style', '1-base.css'));
  const assets = {
    script: await put(target, 'checkout', 'js', script.code),
    style: await put(target, 'style', 'css', style),
    till: await put(target, 'till', 'css', till),
  };
  const inventory = {
    scripts: [
      {
        name: 'checkout',
        url: assets.script.url,
        integrity: assets.script.integrity,
        purpose: PURPOSE,
        pages: ['/pay/{session}', '/pay/{session}/return', '/pay/{session}/method'],
      },
    ],
  };
  await mkdir(path.join(webFolder, 'public', '.well-known'), { recursive: true });
  await writeFile(
    path.join(webFolder, 'public', '.well-known', 'payment-scripts.json'),
    `${JSON.stringify(inventory, null, 2)}\n`,
  );
  return assets;
}

/** All of a folder in the order of the names, after what stands before it, without comments and indents. */
async function stylesheet(folder: string, ...before: string[]): Promise<string> {
  const names = (await readdir(folder)).filter(name => name.endsWith('.css')).sort();
  const files = [...before, ...names.map(name => path.join(folder, name))];
  const sheets = await Promise.all(files.map(file => readFile(file, 'utf8')));
  const plain = sheets.join('\n').replaceAll(/\/\*[\s\S]*?\*\//g, '');
  return plain.replaceAll(/\n\s*/g, '\n').trim();
}

/** One source file as a block of its own, so that its names stay its own. */
async function piece(file: string): Promise<string> {
  const { code } = await transform(await readFile(file, 'utf8'), {
    filename: path.basename(file),
    isModule: false,
    swcrc: false,
    jsc: { parser: { syntax: 'typescript' }, target: 'es2020' },
  });
  return `(()=>{${code}})();`;
}

async function put(folder: string, name: string, extension: string, content: string): Promise<Asset> {
  const digest = createHash('sha384').update(content).digest();
  const file = `${name}.${digest.toString('hex').slice(0, 12)}.${extension}`;
  await writeFile(path.join(folder, file), content);
  return { url: `/assets/${file}`, integrity: `sha384-${digest.toString('base64')}` };
}
