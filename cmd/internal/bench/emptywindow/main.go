// Command emptywindow is the yardstick of the window's figures: the toolkit with nothing of ours in it.
package main

import (
	"flag"
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/widget"
)

func main() {
	show := flag.String("show", "nothing", "nothing, an entry with the focus, or a list of 1,000 rows or a field that comes on F2 and goes on F3")
	flag.Parse()
	app.SetMetadata(fyne.AppMetadata{ID: "app.mentorbook.empty", Name: "Empty", Migrations: map[string]bool{"fyneDo": true}})
	a := app.NewWithID("app.mentorbook.empty")
	w := a.NewWindow("Empty")
	w.Resize(fyne.NewSize(1280, 800))
	switch *show {
	case "entry":
		e := widget.NewMultiLineEntry()
		w.SetContent(e)
		w.Canvas().Focus(e)
	case "list", "field":
		w.Canvas().SetOnTypedKey(func(k *fyne.KeyEvent) {
			switch k.Name {
			case fyne.KeyF2:
				if *show == "field" {
					w.SetContent(widget.NewMultiLineEntry())
					return
				}
				w.SetContent(list())
			case fyne.KeyF3:
				w.SetContent(widget.NewLabel("Nothing"))
			}
		})
	}
	w.ShowAndRun()
}

func list() *widget.List {
	return widget.NewList(func() int { return 1000 }, func() fyne.CanvasObject { return widget.NewLabel("") },
		func(i widget.ListItemID, o fyne.CanvasObject) {
			o.(*widget.Label).SetText(fmt.Sprintf("Row %d of a list", i+1))
		})
}
