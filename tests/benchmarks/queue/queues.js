// SPDX-License-Identifier: GPL-3.0-or-later
// graphile-worker's and pg-boss's side of queue.py, through their own public calls; jobs do nothing.
//
//   node queues.js QUEUE enqueue URL JOBS          a line: seconds
//   node queues.js QUEUE work URL JOBS             a line: jobs seconds
//   node queues.js QUEUE pickup URL TIMES          a latency a line
'use strict';
const BULK = 1000;
const AT_ONCE = 8;
const POLL_SECONDS = 0.5; // pg-boss's shortest
const now = () => Number(process.hrtime.bigint()) / 1e9;
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const inBulks = async (jobs, add) => {
  const begin = now();
  for (let first = 0; first < jobs; first += BULK)
    await add(Array.from({ length: Math.min(BULK, jobs - first) }, (_, i) => first + i));
  console.log((now() - begin).toFixed(3));
};

const graphile = {
  async enqueue(url, jobs) {
    const utils = await require('graphile-worker').makeWorkerUtils({ connectionString: url, logger: quiet() });
    await utils.migrate();
    await inBulks(jobs, (numbers) => utils.addJobs(numbers.map((n) => ({ identifier: 'job', payload: { n } }))));
    await utils.release();
  },
  async work(url, jobs) {
    let done = 0;
    let finished;
    const all = new Promise((resolve) => (finished = resolve));
    const begin = now();
    const runner = await run(url, () => ++done === jobs && finished());
    await all;
    console.log(done, (now() - begin).toFixed(3));
    await runner.stop();
  },
  async pickup(url, times) {
    let heard;
    const runner = await run(url, () => heard());
    const utils = await require('graphile-worker').makeWorkerUtils({ connectionString: url, logger: quiet() });
    await sleep(500);
    await latencies(times, () => utils.addJob('job', {}), (listener) => (heard = listener));
    await utils.release();
    await runner.stop();
  },
};
const quiet = () => new (require('graphile-worker').Logger)(() => () => {});
const run = (url, job) => require('graphile-worker').run({
  connectionString: url, concurrency: AT_ONCE, maxPoolSize: AT_ONCE + 2, noHandleSignals: true, logger: quiet(),
  taskList: { job: async () => { job(); } } });

const pgboss = {
  async open(url) {
    const boss = new (require('pg-boss'))({ connectionString: url, supervise: false, schedule: false });
    await boss.start();
    await boss.createQueue('job');
    return boss;
  },
  async enqueue(url, jobs) {
    const boss = await this.open(url);
    await inBulks(jobs, (numbers) => boss.insert(numbers.map((n) => ({ name: 'job', data: { n } }))));
    await boss.stop({ graceful: false });
  },
  // Not to its end: each fetch sorts the whole backlog.
  async work(url, jobs) {
    const boss = await this.open(url);
    const begin = now();
    let done = 0;
    while (done < jobs) {
      const fetched = await boss.fetch('job', { batchSize: AT_ONCE });
      if (!fetched.length) break;
      await Promise.all(fetched.map((job) => boss.complete('job', job.id)));
      done += fetched.length;
    }
    console.log(done, (now() - begin).toFixed(3));
    await boss.stop({ graceful: false });
  },
  async pickup(url, times) {
    const boss = await this.open(url);
    let heard;
    await boss.work('job', { pollingIntervalSeconds: POLL_SECONDS }, async () => heard());
    await latencies(times, () => boss.send('job', {}), (listener) => (heard = listener));
    await boss.stop({ graceful: false });
  },
};

const latencies = async (times, add, listen) => {
  for (let i = 0; i < times; ++i) {
    await sleep(Math.random() * 500);
    const heard = new Promise((resolve) => listen(resolve));
    await add();
    const begin = now();
    await heard;
    console.log((now() - begin).toFixed(4));
  }
};

const [queue, what, url, count] = process.argv.slice(2);
({ graphile, pgboss })[queue][what](url, Number(count)).then(() => process.exit(0), (error) => {
  console.error(error);
  process.exit(1);
});
