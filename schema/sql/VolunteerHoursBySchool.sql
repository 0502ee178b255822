-- VolunteerHoursBySchool, asked as analyst: answered by statement

-- the whole query, for analyst (as analyst)
-- _l0: Query.schools
-- _l1: School.shifts
-- _r0: Shift.attendedCount
-- _r1: Shift.noShowCount
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || (
      select
        '[' || coalesce(
          '[' || string_agg(
            '[' || coalesce(
              (
                select
                  '[' || string_agg(
                    '[' || coalesce(
                      (
                        select
                          (
                            case
                              when (
                                (
                                  _l1.published_at is not null
                                  and _l1.district_id = any ($2::uuid[])
                                )
                              ) is not true then null
                              when (
                                (count(*)) between 1 and 4
                                or (
                                  abs(
                                    (
                                      select count(*)
                                      from signup _w0
                                      where
                                        (
                                          _w0."shift_id" = _l1.id
                                          and (
                                            _l1.published_at is not null
                                            and _l1.district_id = any ($2::uuid[])
                                          )
                                          and _w0.status in ('PENDING', 'CONFIRMED')
                                        )
                                    ) - count(*)
                                  )
                                ) between 1 and 4
                                or (
                                  abs(
                                    (
                                      select count(*)
                                      from signup _w2
                                      where
                                        (
                                          _w2."shift_id" = _l1.id
                                          and (
                                            _l1.published_at is not null
                                            and _l1.district_id = any ($2::uuid[])
                                          )
                                          and _w2.status in ('PENDING', 'CONFIRMED')
                                        )
                                    ) - count(*) - (
                                      select count(*)
                                      from attendance _w1
                                      where
                                        (
                                          _w1."shift_id" = _l1.id
                                          and (
                                            _l1.published_at is not null
                                            and _l1.district_id = any ($2::uuid[])
                                          )
                                          and _w1.no_show_at is not null
                                        )
                                    )
                                  )
                                ) between 1 and 4
                                or (
                                  abs(
                                    (
                                      select
                                        coalesce(
                                          sum(
                                            (
                                              select
                                                case
                                                  when (_w4.n) between 1 and 4 then 0
                                                  else _w4.n
                                                end
                                              from
                                                (
                                                  select
                                                    (
                                                      select count(*)
                                                      from signup _w5
                                                      where
                                                        (
                                                          _w5."role_id" = _w3.id
                                                          and (
                                                            select
                                                              (
                                                                sft.published_at is not null
                                                                and sft.district_id = any ($2::uuid[])
                                                              )
                                                            from shift sft
                                                            where sft.id = _w5.shift_id
                                                          )
                                                          and _w5.status = 'CONFIRMED'
                                                        )
                                                    ) as n
                                                  offset
                                                    0
                                                ) _w4
                                            )
                                          ),
                                          0
                                        )
                                      from shift_role _w3
                                      where
                                        (
                                          _w3."shift_id" = _l1.id
                                          and exists (
                                            select 1
                                            from shift sft
                                            where
                                              sft.id = _w3.shift_id
                                              and (
                                                sft.published_at is not null
                                                and sft.district_id = any ($2::uuid[])
                                              )
                                          )
                                        )
                                    ) - count(*)
                                  )
                                ) between 1 and 4
                                or (
                                  abs(
                                    (
                                      select
                                        coalesce(
                                          sum(
                                            (
                                              select
                                                case
                                                  when (_w8.n) between 1 and 4 then 0
                                                  else _w8.n
                                                end
                                              from
                                                (
                                                  select
                                                    (
                                                      select count(*)
                                                      from signup _w9
                                                      where
                                                        (
                                                          _w9."role_id" = _w7.id
                                                          and (
                                                            select
                                                              (
                                                                sft.published_at is not null
                                                                and sft.district_id = any ($2::uuid[])
                                                              )
                                                            from shift sft
                                                            where sft.id = _w9.shift_id
                                                          )
                                                          and _w9.status = 'CONFIRMED'
                                                        )
                                                    ) as n
                                                  offset
                                                    0
                                                ) _w8
                                            )
                                          ),
                                          0
                                        )
                                      from shift_role _w7
                                      where
                                        (
                                          _w7."shift_id" = _l1.id
                                          and exists (
                                            select 1
                                            from shift sft
                                            where
                                              sft.id = _w7.shift_id
                                              and (
                                                sft.published_at is not null
                                                and sft.district_id = any ($2::uuid[])
                                              )
                                          )
                                        )
                                    ) - count(*) - (
                                      select count(*)
                                      from attendance _w6
                                      where
                                        (
                                          _w6."shift_id" = _l1.id
                                          and (
                                            _l1.published_at is not null
                                            and _l1.district_id = any ($2::uuid[])
                                          )
                                          and _w6.no_show_at is not null
                                        )
                                    )
                                  )
                                ) between 1 and 4
                              ) then null
                              else count(*)::int
                            end
                          )::text
                        from attendance _r0
                        where
                          (
                            _r0."shift_id" = _l1.id
                            and (
                              _l1.published_at is not null
                              and _l1.district_id = any ($2::uuid[])
                            )
                            and _r0.checked_in_at is not null
                          )
                      ),
                      'null'
                    ) || ',' || coalesce(
                      (
                        select
                          (
                            case
                              when (
                                (
                                  _l1.published_at is not null
                                  and _l1.district_id = any ($2::uuid[])
                                )
                              ) is not true then null
                              when (
                                (count(*)) between 1 and 4
                                or (
                                  abs(
                                    (
                                      select count(*)
                                      from signup _w0
                                      where
                                        (
                                          _w0."shift_id" = _l1.id
                                          and (
                                            _l1.published_at is not null
                                            and _l1.district_id = any ($2::uuid[])
                                          )
                                          and _w0.status in ('PENDING', 'CONFIRMED')
                                        )
                                    ) - count(*)
                                  )
                                ) between 1 and 4
                                or (
                                  abs(
                                    (
                                      select count(*)
                                      from signup _w2
                                      where
                                        (
                                          _w2."shift_id" = _l1.id
                                          and (
                                            _l1.published_at is not null
                                            and _l1.district_id = any ($2::uuid[])
                                          )
                                          and _w2.status in ('PENDING', 'CONFIRMED')
                                        )
                                    ) - count(*) - (
                                      select count(*)
                                      from attendance _w1
                                      where
                                        (
                                          _w1."shift_id" = _l1.id
                                          and (
                                            _l1.published_at is not null
                                            and _l1.district_id = any ($2::uuid[])
                                          )
                                          and _w1.checked_in_at is not null
                                        )
                                    )
                                  )
                                ) between 1 and 4
                                or (
                                  abs(
                                    (
                                      select
                                        coalesce(
                                          sum(
                                            (
                                              select
                                                case
                                                  when (_w4.n) between 1 and 4 then 0
                                                  else _w4.n
                                                end
                                              from
                                                (
                                                  select
                                                    (
                                                      select count(*)
                                                      from signup _w5
                                                      where
                                                        (
                                                          _w5."role_id" = _w3.id
                                                          and (
                                                            select
                                                              (
                                                                sft.published_at is not null
                                                                and sft.district_id = any ($2::uuid[])
                                                              )
                                                            from shift sft
                                                            where sft.id = _w5.shift_id
                                                          )
                                                          and _w5.status = 'CONFIRMED'
                                                        )
                                                    ) as n
                                                  offset
                                                    0
                                                ) _w4
                                            )
                                          ),
                                          0
                                        )
                                      from shift_role _w3
                                      where
                                        (
                                          _w3."shift_id" = _l1.id
                                          and exists (
                                            select 1
                                            from shift sft
                                            where
                                              sft.id = _w3.shift_id
                                              and (
                                                sft.published_at is not null
                                                and sft.district_id = any ($2::uuid[])
                                              )
                                          )
                                        )
                                    ) - count(*)
                                  )
                                ) between 1 and 4
                                or (
                                  abs(
                                    (
                                      select
                                        coalesce(
                                          sum(
                                            (
                                              select
                                                case
                                                  when (_w8.n) between 1 and 4 then 0
                                                  else _w8.n
                                                end
                                              from
                                                (
                                                  select
                                                    (
                                                      select count(*)
                                                      from signup _w9
                                                      where
                                                        (
                                                          _w9."role_id" = _w7.id
                                                          and (
                                                            select
                                                              (
                                                                sft.published_at is not null
                                                                and sft.district_id = any ($2::uuid[])
                                                              )
                                                            from shift sft
                                                            where sft.id = _w9.shift_id
                                                          )
                                                          and _w9.status = 'CONFIRMED'
                                                        )
                                                    ) as n
                                                  offset
                                                    0
                                                ) _w8
                                            )
                                          ),
                                          0
                                        )
                                      from shift_role _w7
                                      where
                                        (
                                          _w7."shift_id" = _l1.id
                                          and exists (
                                            select 1
                                            from shift sft
                                            where
                                              sft.id = _w7.shift_id
                                              and (
                                                sft.published_at is not null
                                                and sft.district_id = any ($2::uuid[])
                                              )
                                          )
                                        )
                                    ) - count(*) - (
                                      select count(*)
                                      from attendance _w6
                                      where
                                        (
                                          _w6."shift_id" = _l1.id
                                          and (
                                            _l1.published_at is not null
                                            and _l1.district_id = any ($2::uuid[])
                                          )
                                          and _w6.checked_in_at is not null
                                        )
                                    )
                                  )
                                ) between 1 and 4
                              ) then null
                              else count(*)::int
                            end
                          )::text
                        from attendance _r1
                        where
                          (
                            _r1."shift_id" = _l1.id
                            and (
                              _l1.published_at is not null
                              and _l1.district_id = any ($2::uuid[])
                            )
                            and _r1.no_show_at is not null
                          )
                      ),
                      'null'
                    ) || ',' || ('"' || _l1."id"::text || '","' || _l1."starts_at"::text || '"]'),
                    ','
                  ) || ']'
                from
                  (
                    select _l1.*
                    from shift _l1
                    where
                      (
                        _l1."school_id" = _l0.id
                        and (
                          _l1.published_at is not null
                          and _l0.district_id = any ($2::uuid[])
                        )
                        and (
                          (
                            _l1."starts_at" >= $3
                            and _l1."starts_at" < $4
                          )
                          and _l1."status" = $5
                        )
                      )
                    order by
                      _l1."starts_at" asc,
                      _l1."id" asc
                    limit $6::int
                  ) _l1
              ),
              'null'
            ) || ',' || (
              '"' || _l0."id"::text || '",' || right(
                json_build_array(
                  _l0."code",
                  _l0."name",
                  (
                    select
                      case
                        when total.volunteers between 1 and 4
                        and not coalesce(false, false) then null
                        else total.minutes
                      end
                    from
                      (
                        select
                          coalesce(
                            sum(
                              floor(
                                extract(
                                  epoch
                                  from upper(pieces.piece) - lower(pieces.piece)
                                ) / 60
                              )
                            ),
                            0
                          )::int as minutes,
                          count(distinct pieces.person_id) as volunteers
                        from
                          (
                            select
                              each.person_id,
                              unnest(range_agg(each.during)) as piece
                            from
                              (
                                select
                                  srv.person_id,
                                  tstzrange (srv.starts_at, srv.starts_at + srv.minutes * interval '1 minute') as during
                                from
                                  term trm
                                  join school_year syr on syr.id = trm.school_year_id
                                  join service_record srv on syr.district_id = _l0.district_id
                                  and srv.starts_at >= trm.starts_on::timestamp at time zone 'Asia/Shanghai'
                                  and srv.starts_at < (trm.ends_on + 1)::timestamp at time zone 'Asia/Shanghai'
                                where
                                  $7::date between trm.starts_on and trm.ends_on
                                  and srv.status = 'APPROVED'
                                  and srv.school_id = _l0.id
                              ) each
                            group by each.person_id
                          ) pieces
                      ) total
                    where _l0.district_id = any ($2::uuid[])
                  )
                )::text,
                -1
              )
            ),
            ','
          ) filter (
            where _l0._n <= $8::int
          ) || ']',
          'null'
        ) || ',' || (count(*) > $8::int)::text || ']'
      from
        (
          select
            _l0.*,
            row_number() over () as _n
          from
            (
              select _l0.*
              from school _l0
              where true
              order by
                _l0."code" asc,
                _l0."id" asc
              limit ($8::int + 1)
            ) _l0
        ) _l0
    ) || ']'
  end;
