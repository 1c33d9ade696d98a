import Sqlite from "better-sqlite3";
import pg from "pg";

/** The points that a process has passed at which it may be killed. */
export interface Points {
  /** One more point: the process kills itself when it is the one. */
  readonly pass: () => void;
  passed(): number;
}

/** Makes a point before and after each statement of a database, and of each call of `pass`; null: nobody is killed. */
export function countPoints(killAt: number | null): Points {
  let points = 0;
  const pass = (): void => {
    if (++points === killAt) process.kill(process.pid, "SIGKILL");
  };
  function counted<Way extends (...given: never[]) => unknown>(way: Way): Way {
    return function (this: unknown, ...given: never[]) {
      pass();
      const outcome = way.apply(this, given);
      pass();
      return outcome;
    } as Way;
  }
  // statements are prepared once and run often: what is counted is each run
  const statement = Object.getPrototypeOf(new Sqlite(":memory:").prepare("select 1")) as Sqlite.Statement;
  statement.run = counted(statement.run);
  statement.all = counted(statement.all);
  const query = pg.Client.prototype.query;
  pg.Client.prototype.query = function (this: pg.Client, ...given: Parameters<typeof query>) {
    pass();
    const answer = query.apply(this, given);
    // the statement is on its way, nobody has heard yet what became of it
    setImmediate(pass);
    return answer;
  } as unknown as typeof query;
  return { pass, passed: () => points };
}
