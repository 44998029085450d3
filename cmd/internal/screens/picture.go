package main

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"os"
	"os/exec"
)

// write keeps a picture as a small PNG: of 256 colours, which for a window of plain surfaces and letters with
// soft edges is a third of the size and looks the same.
func write(path string, img *image.RGBA) error {
	var whole, small, complaint bytes.Buffer
	if err := (&png.Encoder{CompressionLevel: png.BestSpeed}).Encode(&whole, img); err != nil {
		return err
	}
	reduce := exec.Command("convert", "png:-", "+dither", "-colors", "256", "-strip",
		"-define", "png:compression-level=9", "-define", "png:compression-filter=0", "png8:-")
	reduce.Stdin, reduce.Stdout, reduce.Stderr = &whole, &small, &complaint
	if err := reduce.Run(); err != nil {
		return fmt.Errorf("convert: %w: %s", err, complaint.Bytes())
	}
	return os.WriteFile(path, small.Bytes(), 0o644)
}
