// Package draw makes pages and charts as drawing steps: runs of text, lines and shapes at fixed places,
// measured with the very fonts that a PDF embeds. A step knows no renderer. The PDF writer and the window
// draw the same steps, so a page on screen is the page that will be written.
//
// Lengths are points (1/72 inch) throughout; the origin is the top left corner, y grows downwards, and a text
// stands on its baseline. Colours are roles (Ink) that a Palette turns into colours: paper has one palette,
// a light and a dark window have theirs.
//
// The package is in three layers. Clean makes any text fit to be set. Width, Wrap and Set measure it, break
// it into lines and turn lines into steps. A Flow stacks headings, paragraphs, tiles, tables and charts, and
// cuts the stack into pages, so that no text is lost and none lies upon another.
//
// It holds no words of its own: everything that a reader sees is handed in.
package draw
