package settings

import (
	"context"
	"strconv"

	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
	"mentorbook/ui/forms"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
	"mentorbook/ui/words"
)

// WorkDeps is what the form of working hours asks of the window.
type WorkDeps struct {
	Words   *locale.Words
	Dialogs *shell.Dialogs
	Save    forms.Saver
	Draft   forms.Draft
	Change  func(ctx context.Context, work []core.Hours) error
}

// ShowWork opens the form of the owner's working hours: a line for each day of the week.
func ShowWork(deps WorkDeps, owner *core.Person) {
	t, fields := deps.Words.T, forms.NewForm(deps.Words)
	days := WorkDays(owner, deps.Words)
	rows := make([]fyne.CanvasObject, len(days))
	var first fyne.Focusable
	var froms, tos []*kit.TimeField
	for i := range days {
		d := &days[i]
		from := kit.NewTimeField("", d.From, words.Times(deps.Words), func(m int) { d.From = m })
		to := forms.Put(fields, kit.NewTimeField("", d.To, words.Times(deps.Words), func(m int) { d.To = m }), WorkField(i))
		on := kit.NewCheckBox(d.Name, d.On, func(on bool) { d.On = on })
		if first == nil {
			first = on
		}
		day := strconv.Itoa(i)
		fields.Keep("on."+day, on)
		fields.Keep("from."+day, from)
		froms, tos = append(froms, from), append(tos, to)
		rows[i] = kit.LineTop(10, kit.Width(dayWidth, beside(on)), kit.Width(110, from), kit.Width(110, to))
	}
	var open *shell.Open
	open = forms.Show(deps.Dialogs, fields, deps.Draft, shell.Dialog{
		Title: t("settings.working_title"), Confirm: t("settings.save"), Cancel: t("window.cancel"), First: first,
		Content: kit.Stack(6, append(rows, kit.NewText(t("settings.working_hint"), kit.Caption()), fields.Rest())...),
		OK: func() bool {
			fields.Clear()
			for i, d := range days {
				if d.On && !forms.Check(froms[i], tos[i]) {
					return false
				}
			}
			work, err := WorkHours(days)
			if err != nil {
				return fields.Show(err)
			}
			deps.Save(forms.Saving{Open: open, Form: fields, Title: planner.TitleWorkChanged, Do: func(ctx context.Context) error {
				return deps.Change(ctx, work)
			}})
			return false
		},
	})
}

// beside puts a box into the middle of the height of the fields beside it; what a field says below itself does not move it.
func beside(box *kit.CheckBox) fyne.CanvasObject {
	above := max(kit.SizeOf(kit.SizeControl)-kit.HeightFor(box, kit.Px(dayWidth)), 0) / 2 / kit.Px(1)
	return kit.Pad(above, 0, 0, 0, box)
}

// dayWidth is the width of a day's name in units.
const dayWidth = 170
