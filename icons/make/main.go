// Command make draws the files of package icons: the PNG sizes and the Windows
// icon from the two drawings of the program's sign, and the symbols of the
// window. Run it by `make icons`; the same drawings give the same bytes.
package main

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"log"
	"os"
	"path/filepath"
	"strconv"

	"github.com/fyne-io/oksvg"
	"github.com/srwiley/rasterx"
)

// sizes are the widths in pixels that desktops and installers ask for. The
// smallest have drawings of their own.
var sizes = []int{16, 20, 24, 32, 40, 48, 64, 128, 256, 512}

// inWindows are the sizes that Windows looks for in an .ico.
var inWindows = []int{16, 20, 24, 32, 40, 48, 64, 128, 256}

func main() {
	log.SetFlags(0)
	files, err := draw("icons")
	if err != nil {
		log.Fatal("icons: ", err)
	}
	for name, data := range files {
		if err := os.WriteFile(filepath.Join("icons", name), data, 0o644); err != nil {
			log.Fatal("icons: ", err)
		}
	}
	log.Printf("icons: %d files drawn", len(files))
}

// draw makes every file from the drawings in folder, by its name there.
func draw(folder string) (map[string][]byte, error) {
	files := map[string][]byte{}
	pictures := map[int]*image.RGBA{}
	for _, size := range sizes {
		name := "infoklass-" + strconv.Itoa(size)
		drawing := filepath.Join(folder, name+".svg")
		if _, err := os.Stat(drawing); err != nil {
			drawing = filepath.Join(folder, "infoklass.svg")
		}
		picture, err := render(drawing, size)
		if err != nil {
			return nil, err
		}
		var b bytes.Buffer
		if err := png.Encode(&b, picture); err != nil {
			return nil, err
		}
		pictures[size] = picture
		files[name+".png"] = b.Bytes()
	}
	var frames []*image.RGBA
	for _, size := range inWindows {
		frames = append(frames, pictures[size])
	}
	ico, err := windowsIcon(frames)
	if err != nil {
		return nil, err
	}
	files["infoklass.ico"] = ico
	for name, parts := range symbols {
		files["symbols/"+name+".svg"] = svg(parts)
	}
	return files, nil
}

// render draws an SVG file as a square of size pixels.
func render(path string, size int) (*image.RGBA, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	icon, err := oksvg.ReadIconStream(f, oksvg.StrictErrorMode)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	icon.SetTarget(0, 0, float64(size), float64(size))
	picture := image.NewRGBA(image.Rect(0, 0, size, size))
	scanner := rasterx.NewScannerGV(size, size, picture, picture.Bounds())
	icon.Draw(rasterx.NewDasher(size, size, scanner), 1)
	return picture, nil
}
