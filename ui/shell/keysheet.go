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
			groups[i].Rows = append(groups[i].Rows, KeyRow{r.Title(c), strings.Join(splitKeys(c.Keys), "  ")})
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
	}}
}

// OpenKeySheet shows the keys of all commands, and those of fields.
func (s *Shell) OpenKeySheet() {
	var columns [2][]fyne.CanvasObject
	for i, g := range append(s.Commands.KeySheet(), s.fieldKeys()) {
		rows := make([]*kit.Row, len(g.Rows))
		for j, row := range g.Rows {
			rows[j] = kit.NewRow(kit.RowSpec{
				Content:  kit.NewText(row.Title, kit.Body()),
				Trailing: kit.NewLine(row.Keys, kit.Style{Size: kit.SizeCaption, Bold: true}),
			})
		}
		columns[i%2] = append(columns[i%2], kit.Stack(2, kit.NewLine(g.Title, kit.Muted()), kit.Rows(rows...)))
	}
	s.Dialogs.Show(Dialog{
		Title: s.words(wordKeys), Width: 760, Cancel: s.words(wordClose),
		Content: kit.Columns(560, nil, kit.Stack(16, columns[0]...), kit.Stack(16, columns[1]...)),
	})
}
