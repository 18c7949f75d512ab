import './RadioCards.css';
import type { ComponentChildren } from 'preact';
import { FieldGroup, type FieldTexts, useFieldIds } from '../Field/Field.tsx';

export interface RadioCard<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly hint?: ComponentChildren;
}

interface RadioCardsProps<Value extends string> extends FieldTexts {
  /** Undefined while nothing is chosen: an answer is not put into anybody's mouth. */
  readonly value: Value | undefined;
  readonly onChange: (value: Value) => void;
  readonly cards: readonly RadioCard<Value>[];
}

/** A few answers, one of which is chosen, each large enough for a thumb. */
export function RadioCards<Value extends string>(props: RadioCardsProps<Value>) {
  const { value, onChange, cards } = props;
  const ids = useFieldIds(props);
  return (
    <FieldGroup texts={props} ids={ids}>
      <div class="radio-cards">
        {cards.map((card) => {
          const id = `${ids.id}-${card.value}`;
          return (
            <div key={card.value} class="radio-card">
              <input
                id={id}
                class="radio-card-input"
                type="radio"
                name={ids.id}
                value={card.value}
                checked={card.value === value}
                aria-describedby={card.hint === undefined ? undefined : `${id}-hint`}
                onChange={() => onChange(card.value)}
              />
              <label class="radio-card-label" for={id}>
                {card.label}
              </label>
              {card.hint !== undefined && (
                <div class="radio-card-hint" id={`${id}-hint`}>
                  {card.hint}
                </div>
              )}
            </div>
          );
        })}
      </div>
    </FieldGroup>
  );
}
