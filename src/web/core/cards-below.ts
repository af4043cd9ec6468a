import cardsCss from './styles/cards.css?inline';

/** The rows of a table as cards where there is less room than `width`: queries of containers take no variables. */
export function cardsBelow(width: '36rem' | '48rem'): string {
  return cardsCss.replace('48rem', width);
}
