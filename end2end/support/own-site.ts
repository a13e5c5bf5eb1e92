import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const BIN = process.env.SAMHANDEL_BIN!;

/** A site with a data folder of its own, for what takes months: it can be started again on a later day. */
export class OwnSite {
  readonly folder = mkdtempSync(join(tmpdir(), 'samhandel-'));
  private server?: ChildProcess;

  private constructor(readonly url: string) {}

  static async make(): Promise<OwnSite> {
    const port = await new Promise<number>((resolve) => {
      const probe = createServer().listen(0, '127.0.0.1', () => {
        const { port } = probe.address() as AddressInfo;
        probe.close(() => resolve(port));
      });
    });
    return new OwnSite(`http://127.0.0.1:${port}`);
  }

  private env(): NodeJS.ProcessEnv {
    const own = { DATA_DIR: this.folder, BIND: this.url.slice('http://'.length), BASE_URL: this.url, EDITORS: undefined };
    return { ...process.env, ...own, FAKETIME_DONT_FAKE_MONOTONIC: '1' };
  }

  /** Starts the server so many days from now. */
  async start(days = 0): Promise<void> {
    const [program, ...words] = days ? ['faketime', '-f', `+${days}d`, BIN] : [BIN];
    // A group of its own, for faketime stands between.
    this.server = spawn(program, words, { env: this.env(), stdio: ['ignore', 'ignore', 'inherit'], detached: true });
    for (let tries = 0; tries < 150; tries += 1) {
      const answer = await fetch(`${this.url}/readyz`).catch(() => undefined);
      if (answer?.ok) return;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    throw new Error('a site of its own does not answer');
  }

  /** Imports listings, a JSON object a line. */
  import(...listings: object[]): void {
    const file = join(this.folder, 'listings.jsonl');
    writeFileSync(file, listings.map((listing) => JSON.stringify(listing)).join('\n'));
    const { status, stderr } = spawnSync(BIN, ['import', file], { env: this.env(), encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
  }

  async stop(): Promise<void> {
    const { server } = this;
    if (server?.pid === undefined) return;
    const ended = new Promise((resolve) => server.once('exit', resolve));
    this.server = undefined;
    if (server.exitCode !== null) return;
    process.kill(-server.pid);
    await ended;
  }

  async end(): Promise<void> {
    await this.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
