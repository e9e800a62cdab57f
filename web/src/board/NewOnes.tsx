import { ArrowUp } from 'lucide-react';
import { Button } from '../components/Button.tsx';

interface NewOnesProps {
  readonly count: number;
  readonly onShow: () => void;
}

/** Offers what came while the order was held; nothing when nothing did. */
export function NewOnes({ count, onShow }: NewOnesProps) {
  if (count === 0) return null;
  return (
    <Button size="small" variant="primary" className="ml-auto" onPress={onShow}>
      <ArrowUp size={12} aria-hidden="true" />
      {count} new
    </Button>
  );
}
