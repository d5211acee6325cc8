"""The large encoder (MPNet) that teaches the small one: used in training only."""

from __future__ import annotations

import json
import math
from pathlib import Path

import torch
import torch.nn.functional as F
from net import Layer
from torch import Tensor, nn

BUCKETS, FARTHEST = 32, 128


class MPNet(nn.Module):
    """Word pieces in, one vector a text out. Places are told apart by a bias that all layers share."""

    def __init__(self, vocabulary: int, width: int, inner: int, heads: int, layers: int, positions: int, dropout: float):
        super().__init__()
        self.words = nn.Embedding(vocabulary, width)
        self.positions = nn.Embedding(positions, width)
        self.norm = nn.LayerNorm(width, eps=1e-5)
        self.bias = nn.Embedding(BUCKETS, heads)
        self.layers = nn.ModuleList(Layer(width, inner, heads, dropout) for _ in range(layers))
        for layer in self.layers:
            layer.norm1.eps = layer.norm2.eps = 1e-5
        self.dropout = dropout

    def forward(self, ids: Tensor, lengths: Tensor) -> Tensor:
        place = torch.arange(ids.shape[1])
        real = place[None, :] < lengths[:, None]
        hidden = torch.zeros(real.shape, dtype=torch.float32).masked_fill(~real, -1e4)[:, None, None, :]
        x = F.dropout(self.norm(self.words(ids) + self.positions(place)), self.dropout, self.training)
        bias = self.bias(buckets(place)).permute(2, 0, 1)[None]
        mask = (hidden + bias).to(torch.bfloat16 if torch.is_autocast_enabled("cpu") else x.dtype)
        for layer in self.layers:
            x = layer(x, mask)
        weight = real.to(x.dtype)[:, :, None]
        return (x * weight).sum(1) / weight.sum(1)


def buckets(place: Tensor) -> Tensor:
    """The bucket of each distance: exact for near ones, logarithmic for far ones, one half for each direction."""
    apart = place[:, None] - place[None, :]
    half = BUCKETS // 2
    side = (apart < 0).long() * half
    size = apart.abs()
    exact = half // 2
    far = exact + (torch.log(size.clamp(min=1).float() / exact) / math.log(FARTHEST / exact) * (half - exact)).long()
    return side + torch.where(size < exact, size, far.clamp(max=half - 1))


def pretrained(folder: Path, positions: int = 128, dropout: float = 0.1) -> MPNet:
    """The encoder with the weights in `folder`."""
    from safetensors.torch import load_file

    config = json.loads((folder / "config.json").read_text())
    weights = {k.removeprefix("mpnet."): v for k, v in load_file(folder / "model.safetensors").items()}
    model = MPNet(
        config["vocab_size"], config["hidden_size"], config["intermediate_size"], config["num_attention_heads"],
        config["num_hidden_layers"], positions, dropout,
    )
    state = {
        "words.weight": weights["embeddings.word_embeddings.weight"],
        "positions.weight": weights["embeddings.position_embeddings.weight"][2 : positions + 2],
        "norm.weight": weights["embeddings.LayerNorm.weight"],
        "norm.bias": weights["embeddings.LayerNorm.bias"],
        "bias.weight": weights["encoder.relative_attention_bias.weight"],
    }
    names = {"out": "attention.attn.o", "norm1": "attention.LayerNorm", "up": "intermediate.dense", "down": "output.dense", "norm2": "output.LayerNorm"}
    for place in range(config["num_hidden_layers"]):
        old = f"encoder.layer.{place}."
        for kind in ("weight", "bias"):
            state[f"layers.{place}.qkv.{kind}"] = torch.cat([weights[f"{old}attention.attn.{n}.{kind}"] for n in "qkv"])
            for new, name in names.items():
                state[f"layers.{place}.{new}.{kind}"] = weights[f"{old}{name}.{kind}"]
    model.load_state_dict(state)
    return model
