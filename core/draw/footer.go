package draw

// footLines is how many lines a footer may have. What is longer ends in an ellipsis: a footer says again
// what stands on the pages, or counts them.
const footLines = 4

// footGap is the least distance between a page's text and its footer, in ems of the footer.
const footGap = 1.6

func (f *Flow) footStyle() Style { return Style{Size: f.sheet.Type.Small, Ink: MutedInk} }

// footRows are the lines of a footer.
func (f *Flow) footRows(words string) []Row {
	words = CleanLine(words)
	if words == "" {
		return nil
	}
	style, width := f.footStyle(), f.sheet.inner()
	rows := Wrap(words, style, width)
	if len(rows) > footLines {
		last := rows[footLines-1].Text + " " + rows[footLines].Text
		rows = append(rows[:footLines-1:footLines-1], shorten(last, style, width))
	}
	return rows
}

// footRoom is the height that a page has to leave for its footer.
func (f *Flow) footRoom(footer func(n, of int) string, n, of int) float64 {
	rows := f.footRows(footer(n, of))
	if len(rows) == 0 {
		return 0
	}
	size := f.footStyle().Size
	return size * (footGap + leading*float64(len(rows)))
}

// foot sets the footer of a page, its last line just above the bottom margin.
func (f *Flow) foot(page *Page, words string) {
	rows, style := f.footRows(words), f.footStyle()
	height := style.Size * leading
	y := f.sheet.Height - f.sheet.Bottom - height*float64(len(rows))
	for _, row := range rows {
		page.Steps = appendRuns(page.Steps, row.Text, style, f.sheet.Left, y+style.baseline(height))
		y += height
	}
}

// shorten cuts a line to a width; what is left out is marked by an ellipsis.
func shorten(text string, style Style, width float64) Row {
	if w := Width(text, style); w <= width {
		return Row{text, w}
	}
	rows := Wrap(text, style, width-Width("…", style))
	text = rows[0].Text + "…"
	return Row{text, Width(text, style)}
}
