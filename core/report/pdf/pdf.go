// Package pdf writes the pages of a draw.Document as a PDF file: text in embedded subset fonts that can be
// searched and copied, charts as vectors, an outline, and nothing hidden. The same document gives the same
// bytes on every run.
//
// The files are PDF 1.3 without tags: neither PDF/A nor PDF/UA.
package pdf

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"

	"mentorbook/core/draw"
)

// errNoPages is a document that would be a file without a page, which PDF does not allow.
var errNoPages = errors.New("pdf: a document needs a page")

// Write writes the document to w in one piece. Nothing reaches w before the file is whole, so an error
// leaves w as it was, unless it is w's own. It answers with the context's error if that ends first, and
// turns a panic of the underlying writer into an error.
func Write(ctx context.Context, w io.Writer, doc *draw.Document) error {
	return WriteTelling(ctx, w, doc, nil)
}

// WriteTelling is Write that tells how many of the pages are drawn; nil for nobody.
func WriteTelling(ctx context.Context, w io.Writer, doc *draw.Document, tell func(done, total int)) error {
	if tell == nil {
		tell = func(int, int) {}
	}
	file, err := build(ctx, doc, tell)
	if err != nil {
		return err
	}
	if _, err := w.Write(file); err != nil {
		return fmt.Errorf("pdf: %w", err)
	}
	return nil
}

func build(ctx context.Context, doc *draw.Document, tell func(done, total int)) (file []byte, err error) {
	defer func() {
		if cause := recover(); cause != nil {
			file, err = nil, fmt.Errorf("pdf: the writer failed: %v", cause)
		}
	}()
	if len(doc.Pages) == 0 {
		return nil, errNoPages
	}
	if err := check(ctx, doc); err != nil {
		return nil, err
	}
	p := newPainter(doc)
	for i := range doc.Pages {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		p.page(&doc.Pages[i])
		p.marks(doc, i)
		tell(i+1, len(doc.Pages))
	}
	var out bytes.Buffer
	if err := p.output(&out); err != nil {
		return nil, fmt.Errorf("pdf: %w", err)
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	return finish(out.Bytes(), doc.Lang)
}
