package main

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/color"
	"image/png"
)

// The layout of an .ico: a directory, and for each size a picture. Windows
// reads PNG at 256 pixels; below that older parts of it want a bitmap.
type (
	icoHeader struct{ Reserved, Type, Count uint16 }
	icoEntry  struct {
		Width, Height, Colours, Reserved uint8 // 0 is 256
		Planes, Bits                     uint16
		Size, Offset                     uint32
	}
	bitmapHeader struct {
		Size          uint32
		Width, Height int32 // the height counts the picture and its mask
		Planes, Bits  uint16
		Rest          [6]uint32
	}
)

// windowsIcon puts square pictures into one .ico.
func windowsIcon(pictures []*image.RGBA) ([]byte, error) {
	bodies := make([][]byte, len(pictures))
	for i, p := range pictures {
		body, err := icoBody(p)
		if err != nil {
			return nil, err
		}
		bodies[i] = body
	}
	var out bytes.Buffer
	write(&out, icoHeader{Type: 1, Count: uint16(len(pictures))})
	offset := binary.Size(icoHeader{}) + len(pictures)*binary.Size(icoEntry{})
	for i, p := range pictures {
		side := uint8(p.Bounds().Dx() % 256)
		write(&out, icoEntry{Width: side, Height: side, Planes: 1, Bits: 32, Size: uint32(len(bodies[i])), Offset: uint32(offset)})
		offset += len(bodies[i])
	}
	for _, body := range bodies {
		out.Write(body)
	}
	return out.Bytes(), nil
}

func icoBody(p *image.RGBA) ([]byte, error) {
	var out bytes.Buffer
	if p.Bounds().Dx() >= 256 {
		err := png.Encode(&out, p)
		return out.Bytes(), err
	}
	side := p.Bounds().Dx()
	write(&out, bitmapHeader{Size: 40, Width: int32(side), Height: int32(2 * side), Planes: 1, Bits: 32})
	for y := side - 1; y >= 0; y-- {
		for x := range side {
			c := color.NRGBAModel.Convert(p.At(x, y)).(color.NRGBA)
			out.Write([]byte{c.B, c.G, c.R, c.A})
		}
	}
	// The mask is one bit a pixel, rows filled to four bytes; all clear, since the picture has its own transparency.
	out.Write(make([]byte, side*((side+31)/32*4)))
	return out.Bytes(), nil
}

func write(out *bytes.Buffer, v any) {
	// Writing fixed-size values to a buffer cannot fail.
	_ = binary.Write(out, binary.LittleEndian, v)
}
