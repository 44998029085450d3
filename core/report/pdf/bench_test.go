package pdf

import (
	"context"
	"fmt"
	"io"
	"testing"

	"github.com/jung-kurt/gofpdf"

	"mentorbook/core/draw"
)

// benchLines is the text of some 500 pages, and benchPages how many pages are asked for at least.
const (
	benchLines = 500 * 50
	benchPages = 490
)

func benchLine(n int) string {
	return fmt.Sprintf("%d. Наставник и подопечный met for an hour: рост, не оценка; what was agreed is done.", n)
}

// BenchmarkPages lays out and writes a report of 500 pages. Its counterpart is BenchmarkBareWriter.
func BenchmarkPages(b *testing.B) {
	for b.Loop() {
		f := draw.NewFlow(draw.A4())
		for n := range benchLines {
			f.Paragraph(benchLine(n))
		}
		doc := f.Document(draw.Meta{Title: "Pages", Created: created}, func(n, of int) string { return fmt.Sprintf("page %d of %d", n, of) })
		if len(doc.Pages) < benchPages {
			b.Fatalf("%d pages", len(doc.Pages))
		}
		if err := Write(context.Background(), io.Discard, doc); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkBareWriter has gofpdf break and write the same text by its own means.
func BenchmarkBareWriter(b *testing.B) {
	for b.Loop() {
		pdf := gofpdf.New("P", "pt", "A4", "")
		pdf.SetMargins(54, 54, 54)
		pdf.AliasNbPages("")
		pdf.SetFooterFunc(func() {
			pdf.SetY(-34)
			pdf.Cell(0, 12, fmt.Sprintf("page %d of {nb}", pdf.PageNo()))
		})
		pdf.AddUTF8FontFromBytes("n", "", draw.Regular.Font())
		pdf.SetFont("n", "", 10)
		pdf.AddPage()
		for n := range benchLines {
			pdf.MultiCell(0, 14.5, benchLine(n), "", "L", false)
		}
		if pdf.PageNo() < benchPages-20 {
			b.Fatalf("%d pages", pdf.PageNo())
		}
		if err := pdf.Output(io.Discard); err != nil {
			b.Fatal(err)
		}
	}
}
