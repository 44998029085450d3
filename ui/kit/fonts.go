package kit

import (
	"fyne.io/fyne/v2"

	"mentorbook/assets"
)

// BundledFonts gives the fonts that travel with the program: the ones that pages are printed in, so that a
// screen and a page look alike. Italics are the toolkit's, which has the same family.
func BundledFonts() Fonts {
	return Fonts{
		Regular: fyne.NewStaticResource("NotoSans-Regular.ttf", assets.NotoSansRegular()),
		Bold:    fyne.NewStaticResource("NotoSans-Bold.ttf", assets.NotoSansBold()),
		Signs:   fyne.NewStaticResource("NotoSansMath-Regular.ttf", assets.NotoSansMath()),
	}
}
