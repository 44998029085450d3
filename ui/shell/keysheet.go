package shell

import (
	"strings"

	"fyne.io/fyne/v2"

	"mentorbook/ui/kit"
)

// KeyGroup is a heading of the key sheet with what stands under it.
type KeyGroup struct {
	Title string
	Rows  []KeyRow
}

// KeyRow is a command with its keys.
type KeyRow struct{ Title, Keys string }

// KeySheet gives all commands that have keys, in groups, in the order in which they were registered; those of
// the page on show first.
func (r *Registry) KeySheet() []KeyGroup {
	var groups []KeyGroup
	index := map[string]int{}
	for _, list := range [][]Command{r.page, r.own} {
		for _, c := range list {
			if c.Quiet || c.Keys == "" {
				continue
			}
			group := c.Group
			if group == "" {
				group = wordGeneral
			}
			i, known := index[group]
			if !known {
				i = len(groups)
				index[group] = i
				groups = append(groups, KeyGroup{Title: r.words(group)})
			}
			title := r.Title(c)
			if c.InDialogs {
				title = r.words(wordInDialogs, "title", title)
			}
			groups[i].Rows = append(groups[i].Rows, KeyRow{title, strings.Join(splitKeys(c.Keys), "  ")})
		}
	}
	return groups
}

// fieldKeys gives the keys that work in a field and are no commands.
func (s *Shell) fieldKeys() KeyGroup {
	return KeyGroup{Title: s.words(wordFields), Rows: []KeyRow{
		{s.words(wordMonth), "F4"},
		{s.words(wordDayStep), "Up  Down"},
		{s.words(wordMonthStep), "PageUp  PageDown"},
		{s.words(wordRowMove), kit.KeysRowUp + "  " + kit.KeysRowDown},
		{s.words(wordRowRemove), kit.KeysRowRemove},
		{s.words(wordRowMenu), "Shift+F10"},
		{s.words(wordSaveForm), "Ctrl+Enter"},
	}}
}

// OpenKeySheet shows the keys of all commands, and those of fields, in two columns that are about as tall; over a dialog too,
// whose fields they are. Where they are on show it closes them.
func (s *Shell) OpenKeySheet() {
	if s.keySheet != nil && !s.keySheet.Closed() {
		s.keySheet.Escape()
		return
	}
	if !s.MakeRoom() {
		return
	}
	groups := append(s.Commands.KeySheet(), s.fieldKeys())
	tall := make([][]float32, len(groups))
	for i, g := range groups {
		for _, row := range g.Rows {
			tall[i] = append(tall[i], kit.HeightFor(keyRow(row), kit.Px(keyColumn)))
		}
	}
	left, right := inColumns(groups, tall, kit.Px(keyHead))
	s.keySheet = s.Dialogs.Show(Dialog{
		Title: s.words(wordKeysTitle), Width: 2*keyColumn + 56, Cancel: s.words(wordClose),
		Content: kit.Columns(560, nil, keyGroups(left), keyGroups(right)),
	})
}

const (
	keyColumn = 352 // units that a column of keys is wide
	keyHead   = 40  // units that a heading takes, with the room above it
)

func keyRow(row KeyRow) *kit.Row {
	return kit.NewRow(kit.RowSpec{
		Content:  kit.NewText(row.Title, kit.Body()),
		Trailing: kit.NewLine(kit.KeyNames(row.Keys), kit.Style{Size: kit.SizeCaption, Bold: true}),
	})
}

func keyGroups(groups []KeyGroup) fyne.CanvasObject {
	var out []fyne.CanvasObject
	for _, g := range groups {
		rows := make([]*kit.Row, len(g.Rows))
		for i, row := range g.Rows {
			rows[i] = keyRow(row)
		}
		out = append(out, kit.Stack(2, kit.NewLine(g.Title, kit.Muted()), kit.Rows(rows...)))
	}
	return kit.Stack(16, out...)
}

// inColumns parts groups into two columns so that the taller one is as short as can be. Tall is how tall each row is, and
// head how tall a heading. A group that is parted has its heading in both.
func inColumns(groups []KeyGroup, tall [][]float32, head float32) (left, right []KeyGroup) {
	sum := func(of []float32) (all float32) {
		for _, h := range of {
			all += h
		}
		return all
	}
	all := float32(0)
	for i := range groups {
		all += head + sum(tall[i])
	}
	best, at, row := all, len(groups), 0
	before := float32(0)
	for i := range groups {
		for n := range groups[i].Rows {
			first, second := before, all-before
			if n > 0 {
				first, second = before+head+sum(tall[i][:n]), all-before-sum(tall[i][:n])
			}
			if taller := max(first, second); taller < best {
				best, at, row = taller, i, n
			}
		}
		before += head + sum(tall[i])
	}
	if at == len(groups) {
		return groups, nil
	}
	left, right = append(left, groups[:at]...), append(right, groups[at:]...)
	if row > 0 {
		left = append(left, KeyGroup{groups[at].Title, groups[at].Rows[:row]})
		right[0] = KeyGroup{groups[at].Title, groups[at].Rows[row:]}
	}
	return left, right
}
