import type { Translation } from '../../message.ts';
import type { words as english } from './en.ts';

export const words: Translation<typeof english> = {
  collaborations: 'Colaboraciones',
  search: 'Buscar por número, paciente o colaborador',
  stateFilter: 'Estado',
  whose: 'De quién',
  everyState: 'Todas',
  everyones: 'Todas las que puedo ver',
  mine: 'Iniciadas por mí',
  unreadOnly: 'Solo con novedades',
  numbered: '{number}, {patient}',
  noneTitle: 'No hay colaboraciones aquí',
  noneText: 'Abra un caso y elija Iniciar colaboración junto al paciente.',
  noneYetTitle: 'Aún no hay colaboraciones',
  noneYetText: 'Aquí aparece lo que se comparte con colegas sobre este paciente y lo que responden.',
  chooseTitle: 'Elija una colaboración',
  chooseText: 'Aquí aparece lo que compartió, quién lo ha leído y qué respondieron.',
  back: 'Todas las colaboraciones',
  'state.openForEdits': 'Se puede editar',
  'state.sent': 'Enviada',
  'state.delivered': 'Entregada',
  'state.read': 'Leída',
  'state.answered': 'Respondida',
  'state.closed': 'Cerrada',
};
