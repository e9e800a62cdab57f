import { useLive } from '../live/LiveContext.tsx';

/** Stands in the header while the server plays its demo, so that nobody takes it for real. */
export function DemoMark() {
  const isDemo = useLive((state) => state.system?.demo === true);
  if (!isDemo) return null;
  return (
    <span
      title="This server plays its demo: the signals and the people are made up."
      className="rounded-[4px] border border-control px-1.5 text-12 leading-5 font-bold tracking-wide"
    >
      DEMO
    </span>
  );
}
