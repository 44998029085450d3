package pdf

import (
	"context"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/jung-kurt/gofpdf"

	"mentorbook/core/draw"
)

// benchText is a text of 500 pages: 50 lines to a page, ten to a paragraph.
func benchText() []string {
	var texts []string
	for n := range 500 * 5 {
		lines := make([]string, 10)
		for i := range lines {
			lines[i] = fmt.Sprintf("%d. Наставник и подопечный met for an hour: рост, не оценка; what was agreed is done.", n*10+i)
		}
		texts = append(texts, strings.Join(lines, "\n"))
	}
	return texts
}

// BenchmarkPages lays out and writes a report of 500 pages. Its counterpart is BenchmarkBareWriter.
func BenchmarkPages(b *testing.B) {
	texts := benchText()
	for b.Loop() {
		f := draw.NewFlow(draw.A4())
		for _, text := range texts {
			f.Paragraph(text)
		}
		doc := f.Document(draw.Meta{Title: "Pages", Created: created}, func(n, of int) string { return fmt.Sprintf("page %d of %d", n, of) })
		b.ReportMetric(float64(len(doc.Pages)), "pages")
		if err := Write(context.Background(), io.Discard, doc); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkBareWriter has gofpdf break and write the same text by its own means.
func BenchmarkBareWriter(b *testing.B) {
	texts := benchText()
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
		for _, text := range texts {
			pdf.MultiCell(0, 14.5, text, "", "L", false)
			pdf.Ln(5)
		}
		b.ReportMetric(float64(pdf.PageNo()), "pages")
		if err := pdf.Output(io.Discard); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkReport lays out and writes the sample report of two pages: the cost of its three fonts.
func BenchmarkReport(b *testing.B) {
	for b.Loop() {
		if err := Write(context.Background(), io.Discard, sample()); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkBareReport has gofpdf write the runs of the sample report where they stand, and nothing else.
func BenchmarkBareReport(b *testing.B) {
	doc := sample()
	for b.Loop() {
		pdf := gofpdf.New("P", "pt", "A4", "")
		for name, face := range map[string]draw.Face{"r": draw.Regular, "b": draw.Bold, "m": draw.Math} {
			pdf.AddUTF8FontFromBytes(name, "", face.Font())
		}
		for _, page := range doc.Pages {
			pdf.AddPage()
			for _, s := range page.Steps {
				if t, ok := s.(draw.Text); ok {
					pdf.SetFont([]string{"r", "b", "m"}[t.Face], "", t.Size)
					pdf.Text(t.X, t.Y, t.String)
				}
			}
		}
		if err := pdf.Output(io.Discard); err != nil {
			b.Fatal(err)
		}
	}
}
