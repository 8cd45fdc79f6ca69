/** Everything the page says. */
export const es = {
  you: "Vos",
  companion: "PsicoIA",
  connecting: "conectando…",
  online: "en línea",
  offline: "sin conexión",
  offlineKept: "Sin conexión. Lo que escribas queda guardado acá y se envía al volver.",
  writing: "PsicoIA está escribiendo…",
  queued: (place) => `En cola: ${place}.º`,
  waiting: "enviando…",
  failed: "no se pudo enviar",
  stopped: "(detenido)",
  tooLong: (max) => `El mensaje es muy largo: el máximo es de ${max} caracteres. Podés enviarlo en partes.`,
  helpTitle: "Ayuda ahora mismo",
  notes: {
    gap: "Falta una parte de la conversación, que ya no está guardada.",
    gone: "La conversación anterior ya no está guardada. Podemos empezar de nuevo.",
    erased: "Se borró toda la conversación.",
  },
};
