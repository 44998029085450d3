package kit

import (
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Mode says where light or dark comes from.
type Mode int

// The modes of a theme.
const (
	FollowSystem Mode = iota // as the desktop says
	Light
	Dark
)

// Density says how much air a screen has. Rows stay 36 units tall or more in both.
type Density int

// The two densities.
const (
	Comfortable Density = iota
	Compact
)

// Fonts holds the four faces of the text, and the one of arrows and mathematical signs. A nil face falls back to
// the toolkit's own.
type Fonts struct {
	Regular, Bold, Italic, BoldItalic, Signs fyne.Resource
}

// Look is everything about the theme that a person may set.
type Look struct {
	Mode    Mode
	Density Density
	Scale   float32 // of all texts and distances; 0 means 1. Kept between 0.75 and 2
	Fonts   Fonts
}

// Theme is Mentorbook's look for the toolkit: the palette by meaning, sizes by density and scale, our fonts.
type Theme struct {
	look Look
	base fyne.Theme
}

var _ fyne.Theme = (*Theme)(nil)

// NewTheme makes a theme of a look. A changed look is a new theme.
func NewTheme(look Look) *Theme {
	if look.Scale == 0 {
		look.Scale = 1
	}
	look.Scale = min(max(look.Scale, 0.75), 2)
	return &Theme{look: look, base: theme.DefaultTheme()}
}

// Look tells what the theme was made of.
func (t *Theme) Look() Look { return t.look }

// IsDark tells which table a theme uses, given what the desktop prefers.
func (t *Theme) IsDark(variant fyne.ThemeVariant) bool {
	return t.look.Mode == Dark || (t.look.Mode == FollowSystem && variant == theme.VariantDark)
}

// Color gives the colour of a name: one of this package's, or one of the toolkit's mapped to ours.
func (t *Theme) Color(name fyne.ThemeColorName, variant fyne.ThemeVariant) color.Color {
	table, plain := lightColor, theme.VariantLight
	if t.IsDark(variant) {
		table, plain = darkColor, theme.VariantDark
	}
	if ours, ok := toolkitColor(name); ok {
		name = ours
	}
	if c, ok := table(name); ok {
		return c
	}
	switch name {
	case theme.ColorNameButton, theme.ColorNameInputBackground, theme.ColorNameScrollBarBackground:
		return color.Transparent
	}
	return t.base.Color(name, plain)
}

// toolkitColor maps the toolkit's own names to ours, so that its few widgets in use look like the rest.
func toolkitColor(name fyne.ThemeColorName) (fyne.ThemeColorName, bool) {
	switch name {
	case theme.ColorNameBackground:
		return ColorGround, true
	case theme.ColorNameForeground:
		return ColorText, true
	case theme.ColorNameOverlayBackground, theme.ColorNameMenuBackground, theme.ColorNameInputBackground,
		theme.ColorNameButton, theme.ColorNameDisabledButton:
		return ColorCard, true
	case theme.ColorNameHeaderBackground:
		return ColorSidebar, true
	case theme.ColorNamePrimary, theme.ColorNameHyperlink, theme.ColorNameSuccess:
		return ColorAccent, true
	case theme.ColorNameForegroundOnPrimary, theme.ColorNameForegroundOnSuccess,
		theme.ColorNameForegroundOnWarning, theme.ColorNameForegroundOnError:
		return ColorOnAccent, true
	case theme.ColorNameFocus:
		return ColorFocusRing, true
	case theme.ColorNameHover, theme.ColorNamePressed:
		return ColorHover, true
	case theme.ColorNameInputBorder, theme.ColorNameSeparator:
		return ColorHairline, true
	case theme.ColorNamePlaceHolder:
		return ColorMuted, true
	case theme.ColorNameDisabled:
		return colorDisabled, true
	case theme.ColorNameError:
		return ColorDanger, true
	case theme.ColorNameWarning:
		return ColorWarn, true
	case theme.ColorNameSelection:
		return colorSelection, true
	case theme.ColorNameScrollBar:
		return colorScrollBar, true
	case theme.ColorNameShadow:
		return colorShadow, true
	}
	return "", false
}

// Font gives our face for a style.
func (t *Theme) Font(style fyne.TextStyle) fyne.Resource {
	f := t.look.Fonts
	var face fyne.Resource
	switch {
	case style.Monospace, style.Symbol:
	case style.Bold && style.Italic:
		face = f.BoldItalic
	case style.Bold:
		face = f.Bold
	case style.Italic:
		face = f.Italic
	default:
		face = f.Regular
	}
	if face == nil {
		return t.base.Font(style)
	}
	return face
}

// Icon gives the toolkit's icon: the few that its own dialogs use.
func (t *Theme) Icon(name fyne.ThemeIconName) fyne.Resource { return t.base.Icon(name) }

// Size gives a size in device-independent units: one of this package's, or one of the toolkit's.
func (t *Theme) Size(name fyne.ThemeSizeName) float32 {
	v := t.unscaled(name) * t.look.Scale
	switch name {
	case SizeText, SizeCaption, SizeChip, SizeSubtitle, SizeTitle, theme.SizeNameText, theme.SizeNameCaptionText,
		theme.SizeNameHeadingText, theme.SizeNameSubHeadingText:
		// The toolkit spaces letters for the next whole size: any other size looks drawn apart.
		return float32(math.Round(float64(v)))
	}
	return v
}

func (t *Theme) unscaled(name fyne.ThemeSizeName) float32 {
	if v, ok := ownSize(name, t.look.Density == Compact); ok {
		return v
	}
	switch name {
	case theme.SizeNameText:
		return t.unscaled(SizeText)
	case theme.SizeNameCaptionText:
		return t.unscaled(SizeCaption)
	case theme.SizeNameHeadingText:
		return t.unscaled(SizeTitle)
	case theme.SizeNameSubHeadingText:
		return t.unscaled(SizeSubtitle)
	case theme.SizeNamePadding:
		return 4
	case theme.SizeNameInnerPadding:
		return 6
	case theme.SizeNameInputBorder, theme.SizeNameSeparatorThickness:
		return 1
	case theme.SizeNameInputRadius:
		return 6
	case theme.SizeNameSelectionRadius:
		return 4
	}
	return t.base.Size(name)
}
