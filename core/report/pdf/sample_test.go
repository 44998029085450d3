package pdf

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"mentorbook/core/draw"
)

func at(v float64) *float64 { return &v }

// sampleFlow sets every kind of block, as a report for HR would.
func sampleFlow() *draw.Flow {
	f := draw.NewFlow(draw.A4())
	f.Title("Mentorship progress report", "Amina Yusuf · mentor M. Lindqvist · 1 October – 23 November 2026")
	f.Tiles([]draw.Tile{
		{Figure: "4 of 4", Label: "planned meetings held"},
		{Figure: "3.0 h", Label: "of conversation"},
		{Figure: "54%", Label: "of goal measures reached"},
		{Figure: "9 / 11", Label: "actions done"},
	})
	f.Heading("Goals")
	f.Table(draw.Table{
		Columns: []draw.Column{{Head: "Goal", Weight: 3}, {Head: "Baseline"}, {Head: "Now"}, {Head: "Target"}, {Head: "Progress", Weight: 1.6}},
		Rows: [][]draw.Cell{
			append(draw.Words("Reach staff engineer by June 2027", "0 of 7", "4 of 7", "7"), draw.Cell{Text: "57%", Bar: &draw.Bar{Max: 7, Now: 4, Baseline: at(0)}}),
			append(draw.Words("Give two external talks", "0", "1", "2"), draw.Cell{Text: "50%", Bar: &draw.Bar{Max: 2, Now: 1}}),
			append(draw.Words("Сократить время дежурства с 12 до 4 часов в неделю", "12 ч", "7 ч", "4 ч"), draw.Cell{Text: "63%", Bar: &draw.Bar{Min: 12, Max: 4, Now: 7}}),
		},
	})
	f.Heading("Skills, baseline to now")
	f.Bars([]draw.Bar{
		{Label: "System design", Value: "2 → 3.6, target 4", Max: 5, Now: 3.6, Baseline: at(2), Target: at(4)},
		{Label: "Влияние без полномочий", Value: "1,5 → 2,6", Max: 5, Now: 2.6, Baseline: at(1.5), Target: at(3)},
		{Label: "Public speaking", Value: "1 → 3", Max: 5, Now: 3, Baseline: at(1)},
	}, draw.BarLegend{Baseline: "baseline", Now: "now", Target: "target"})
	f.Heading("Hours by month")
	f.LineChart(draw.LineChart{
		Series: []draw.Series{
			{Name: "Conversation", Points: []draw.Point{{X: 0, Y: 1.5}, {X: 1, Y: 2}, {X: 2, Y: 3}, {X: 3, Y: 2.5}}},
			{Name: "Подготовка", Points: []draw.Point{{X: 0, Y: 0.5}, {X: 1, Y: 1.25}, {X: 2, Y: 1}, {X: 3, Y: 1.75}}},
		},
		XTicks: []draw.Tick{{At: 0, Label: "August"}, {At: 1, Label: "September"}, {At: 2, Label: "October"}, {At: 3, Label: "November"}},
		YTicks: []draw.Tick{{At: 0, Label: "0 h"}, {At: 1, Label: "1 h"}, {At: 2, Label: "2 h"}, {At: 3, Label: "3 h"}},
	})
	f.Heading("Help given")
	f.Parts([]draw.Part{
		{Label: "Knowledge", Value: "5", Size: 5},
		{Label: "Support", Value: "3", Size: 3},
		{Label: "Guidance", Value: "4", Size: 4},
		{Label: "Development", Value: "2", Size: 2},
		{Label: "Connections", Value: "1", Size: 1},
	})
	f.Heading("Career events")
	f.List([]string{"12 Nov 2026 — spoke at an external conference (evidence attached)", "18 Nov 2026 — introduced to 2 people in Architecture"})
	f.Heading("How these figures are calculated")
	f.Note("Goal measure = (now − baseline) / (target − baseline), mean of released goals. 1 goal and 1 skill were not released.")
	f.Facts([]draw.Fact{{Label: "Period", Value: "1 October – 23 November 2026"}, {Label: "Наставник", Value: "M. Lindqvist"}})
	return f
}

func sample() *draw.Document {
	return sampleFlow().Document(
		draw.Meta{Title: "Mentorship progress report", Subject: "Amina Yusuf", Lang: "en", Created: created},
		func(n, of int) string {
			return fmt.Sprintf("Released by the mentee on 20 Nov 2026 · report MB-2026-0042 · sha256 9f2c…a71e · page %d of %d", n, of)
		})
}

// strained is a document of everything that makes a page hard to set.
func strained() *draw.Document {
	f := draw.NewFlow(draw.A4())
	f.Title("Отчёт о ходе наставничества за очень длинный период, название которого не помещается в строку", "Амина Юсуф · наставник М. Линдквист\n1 октября – 23 ноября 2026")
	f.Tiles([]draw.Tile{
		{Figure: "12 ч 30 мин", Label: "разговоров, включая встречи, которые перенесли и провели позже"},
		{Figure: "−4", Label: "less is more"},
		{Figure: "≥ 5", Label: "answers"},
		{Figure: "1 234 567 890 123 456", Label: "a figure that is too long"},
		{Figure: "100%", Label: strings.Repeat("бесконечность", 8)},
	})
	f.Heading("Таблица")
	table := draw.Table{Columns: []draw.Column{{Head: "Цель", Weight: 3}, {Head: "Было", Align: draw.Right}, {Head: "Стало", Align: draw.Right}, {Head: "Доказательство", Weight: 2}}}
	for n := range 30 {
		table.Rows = append(table.Rows, draw.Words(fmt.Sprintf("Цель %d: вырасти", n), "0,5", fmt.Sprint(n), "ссылка 🚀 ✅ https://example.org/a/very/long/path/that/has/no/spaces/at/all"))
	}
	table.Rows[20][0].Text = strings.Repeat("Очень длинная строка таблицы. ", 80)
	f.Table(table)
	f.Heading("Навыки")
	f.Bars([]draw.Bar{
		{Label: "Очень длинное название навыка, которое занимает несколько строк", Value: "1 → 5 и ещё немного слов", Max: 5, Now: 5, Baseline: at(0), Target: at(5)},
		{Label: "Nothing yet", Max: 5, Target: at(2.5)},
	}, draw.BarLegend{Baseline: "было", Now: "стало", Target: "цель"})
	f.Paragraph(strings.Repeat("Слово за слово — и рост, а не оценка. ", 40) + strings.Repeat("ъ", 300))
	return f.Document(draw.Meta{Title: "t", Lang: "ru", Created: created}, func(n, of int) string { return fmt.Sprintf("страница %d из %d", n, of) })
}

// TestSampleLooks writes the samples where somebody can look at them: PDF_OUT names the folder.
func TestSampleLooks(t *testing.T) {
	folder := os.Getenv("PDF_OUT")
	if folder == "" {
		t.Skip("PDF_OUT is not set")
	}
	for name, doc := range map[string]*draw.Document{"sample.pdf": sample(), "strained.pdf": strained()} {
		if err := os.WriteFile(filepath.Join(folder, name), write(t, doc), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}
