-- StandInsOffered, asked as parent: answered by statement

-- the whole query, for guardian (as parent)
-- _r0: Viewer.guardian
-- _l0: Guardian.standInsOffered
-- _r1: StandIn.from
-- _r2: StandIn.role
-- _r3: StandIn.shift
-- _r4: Shift.activity
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || '[' || coalesce(
      (
        select
          '[' || (
            select
              '[' || coalesce(
                '[' || string_agg(
                  '[' || coalesce(
                    (
                      select
                        '["' || _r1."id"::text || '",' || right(
                          json_build_array(
                            (
                              select json_build_array(p.name, p.phone, p.phone_verified_at)
                              from person p
                              where p.id = _r1.person_id
                            )
                          )::text,
                          -1
                        )
                      from guardian _r1
                      where
                        (
                          _r1.id = (
                            select sgn.guardian_id
                            from signup sgn
                            where sgn.id = _l0.signup_id
                          )
                          and (
                            _r1.id = $2::uuid
                            or _r1.id = any (
                              array(
                                select tie.guardian_id
                                from
                                  household_student hst
                                  join household_guardian hgd on hgd.household_id = hst.household_id
                                  join guardianship tie on tie.guardian_id = hgd.guardian_id
                                  and tie.student_id = hst.student_id
                                where
                                  hst.household_id = any ($3::uuid[])
                                  and hst.student_id = any ($4::uuid[])
                                  and tie.status = 'ACTIVE'
                                  and tie.valid_from <= $5::date
                                  and (
                                    tie.valid_to is null
                                    or tie.valid_to >= $5::date
                                  )
                              )
                            )
                          )
                        )
                      limit 1
                    ),
                    'null'
                  ) || ',' || coalesce(
                    (
                      select
                        '["' || _r2."id"::text || '",' || _r2."capacity"::text || ',' || _r2."places_taken"::text || ',' || _r2."approval_required"::text || ',' || right(
                          json_build_array(
                            _r2."name",
                            (false),
                            (
                              select
                                json_build_array(
                                  json_build_array(
                                    sft.status = 'SCHEDULED',
                                    sft.signup_opens_at,
                                    case
                                      when act.kind = 'PARENT_LECTURE'
                                      and exists (
                                        select 1
                                        from parent_lecture plc
                                        where plc.shift_id = sft.id
                                      ) then sft.published_at
                                      else sft.signup_closes_at
                                    end,
                                    sft.starts_at,
                                    exists (
                                      select 1
                                      from signup sgn
                                      where
                                        sgn.person_id = $6::uuid
                                        and sgn.shift_id = sft.id
                                        and sgn.status in ('PENDING', 'CONFIRMED')
                                    ),
                                    exists (
                                      select 1
                                      from audience_target t
                                      where
                                        t.audience_id = act.audience_id
                                        and t.key = any ($7::text[])
                                    ),
                                    (
                                      select max(sus.ends_at)
                                      from volunteer_suspension sus
                                      where
                                        sus.person_id = $6::uuid
                                        and sus.district_id = sft.district_id
                                        and (
                                          sus.school_id is null
                                          or sus.school_id = sft.school_id
                                        )
                                        and sus.lifted_at is null
                                        and sus.starts_at <= $8::timestamptz
                                    ),
                                    coalesce(
                                      tstzrange (sft.starts_at, sft.ends_at) && (
                                        select range_agg(eng.during)
                                        from engagement eng
                                        where
                                          eng.subject = $6::uuid
                                          and eng.status = 'ACTIVE'
                                      ),
                                      false
                                    )
                                  ),
                                  rol.capacity,
                                  rol.places_taken + case
                                    when rol.approval_required
                                    and exists (
                                      select 1
                                      from waitlist_entry wle
                                      where
                                        wle.role_id = rol.id
                                        and wle.status = 'WAITING'
                                    ) then (
                                      select count(*)
                                      from signup sgn
                                      where
                                        sgn.role_id = rol.id
                                        and sgn.status = 'PENDING'
                                    )
                                    else 0
                                  end,
                                  (
                                    rol.qualification is null
                                    or exists (
                                      select 1
                                      from volunteer_qualification qual
                                      where
                                        qual.person_id = $6::uuid
                                        and qual.name = rol.qualification
                                        and qual.district_id = sft.district_id
                                        and qual.revoked_at is null
                                        and $5::date between qual.valid_from and coalesce(qual.valid_to, 'infinity')
                                    )
                                  )
                                )
                              from
                                shift_role rol
                                join shift sft on sft.id = rol.shift_id
                                join volunteer_activity act on act.id = sft.activity_id
                              where rol.id = _r2.id
                            )
                          )::text,
                          -1
                        )
                      from shift_role _r2
                      where
                        (
                          _r2.id = _l0."role_id"
                          and exists (
                            select 1
                            from shift sft
                            where
                              sft.id = _r2.shift_id
                              and (
                                sft.published_at is not null
                                and (
                                  sft.school_id = any ($9::uuid[])
                                  or (
                                    sft.school_id is null
                                    and sft.district_id = any ($10::uuid[])
                                  )
                                )
                              )
                          )
                        )
                    ),
                    'null'
                  ) || ',' || coalesce(
                    (
                      select
                        '[' || coalesce(
                          (
                            select '["' || _r4."id"::text || '",' || right(json_build_array(_r4."title", _r4."risk_notice")::text, -1)
                            from volunteer_activity _r4
                            where
                              (
                                _r4.id = _r3."activity_id"
                                and (
                                  _r4.published_at is not null
                                  and (
                                    _r4.school_id = any ($9::uuid[])
                                    or (
                                      _r4.school_id is null
                                      and _r4.district_id = any ($10::uuid[])
                                    )
                                  )
                                )
                              )
                          ),
                          'null'
                        ) || ',' || (
                          '"' || _r3."id"::text || '","' || _r3."status"::text || '","' || _r3."starts_at"::text || '","' || _r3."ends_at"::text || '","' || _r3."signup_opens_at"::text || '","' || _r3."signup_closes_at"::text || '",' || right(json_build_array(_r3."place")::text, -1)
                        )
                      from shift _r3
                      where
                        (
                          _r3.id = _l0."shift_id"
                          and (
                            _r3.published_at is not null
                            and (
                              _r3.school_id = any ($9::uuid[])
                              or (
                                _r3.school_id is null
                                and _r3.district_id = any ($10::uuid[])
                              )
                            )
                          )
                        )
                    ),
                    'null'
                  ) || ',' || (
                    '"' || _l0."id"::text || '","' || _l0."way"::text || '","' || _l0."status"::text || '","' || _l0."offered_at"::text || '","' || _l0."expires_at"::text || '",' || right(
                      json_build_array(
                        _l0."reject_reason",
                        (
                          _l0.way = 'GUARDIAN'
                          and _l0.to_id is not distinct from $2::uuid
                        ),
                        (
                          select
                            (
                              select
                                json_build_array(
                                  json_build_array(
                                    sft.status = 'SCHEDULED',
                                    sft.signup_opens_at,
                                    case
                                      when act.kind = 'PARENT_LECTURE'
                                      and exists (
                                        select 1
                                        from parent_lecture plc
                                        where plc.shift_id = sft.id
                                      ) then sft.published_at
                                      else sft.signup_closes_at
                                    end,
                                    sft.starts_at,
                                    exists (
                                      select 1
                                      from signup sgn
                                      where
                                        sgn.person_id = $6::uuid
                                        and sgn.shift_id = sft.id
                                        and sgn.status in ('PENDING', 'CONFIRMED')
                                    ),
                                    exists (
                                      select 1
                                      from audience_target t
                                      where
                                        t.audience_id = act.audience_id
                                        and t.key = any ($7::text[])
                                    ),
                                    (
                                      select max(sus.ends_at)
                                      from volunteer_suspension sus
                                      where
                                        sus.person_id = $6::uuid
                                        and sus.district_id = sft.district_id
                                        and (
                                          sus.school_id is null
                                          or sus.school_id = sft.school_id
                                        )
                                        and sus.lifted_at is null
                                        and sus.starts_at <= $8::timestamptz
                                    ),
                                    coalesce(
                                      tstzrange (sft.starts_at, sft.ends_at) && (
                                        select range_agg(eng.during)
                                        from engagement eng
                                        where
                                          eng.subject = $6::uuid
                                          and eng.status = 'ACTIVE'
                                      ),
                                      false
                                    )
                                  ),
                                  rol.capacity,
                                  rol.places_taken + case
                                    when rol.approval_required
                                    and exists (
                                      select 1
                                      from waitlist_entry wle
                                      where
                                        wle.role_id = rol.id
                                        and wle.status = 'WAITING'
                                    ) then (
                                      select count(*)
                                      from signup sgn
                                      where
                                        sgn.role_id = rol.id
                                        and sgn.status = 'PENDING'
                                    )
                                    else 0
                                  end,
                                  (
                                    rol.qualification is null
                                    or exists (
                                      select 1
                                      from volunteer_qualification qual
                                      where
                                        qual.person_id = $6::uuid
                                        and qual.name = rol.qualification
                                        and qual.district_id = sft.district_id
                                        and qual.revoked_at is null
                                        and $5::date between qual.valid_from and coalesce(qual.valid_to, 'infinity')
                                    )
                                  )
                                )
                              from
                                shift_role rol
                                join shift sft on sft.id = rol.shift_id
                                join volunteer_activity act on act.id = sft.activity_id
                              where rol.id = wanted.id
                            )
                          from shift_role wanted
                          where wanted.id = _l0.role_id
                        ),
                        (
                          select sgn.guardian_id is not distinct from $2::uuid
                          from signup sgn
                          where sgn.id = _l0.signup_id
                        )
                      )::text,
                      -1
                    )
                  ),
                  ','
                ) filter (
                  where _l0._n <= $11::int
                ) || ']',
                case
                  when (_r0.id = $2::uuid) is not true then 'false'
                  else 'null'
                end
              ) || ',' || (count(*) > $11::int)::text || ']'
            from
              (
                select
                  _l0.*,
                  row_number() over () as _n
                from
                  (
                    select _l0.*
                    from stand_in _l0
                    where
                      (
                        _l0."to_id" = _r0.id
                        and (
                          (
                            _l0.to_id = $2::uuid
                            and (
                              (
                                select
                                  (
                                    select
                                      exists (
                                        select 1
                                        from audience_target t
                                        where
                                          t.audience_id = act.audience_id
                                          and t.key = any ($7::text[])
                                      )
                                    from volunteer_activity act
                                    where act.id = sft.activity_id
                                  )
                                from shift sft
                                where sft.id = _l0.shift_id
                              )
                              or (
                                _l0.status not in ('OFFERED', 'PENDING')
                                and (
                                  select
                                    (
                                      sft.school_id = any ($9::uuid[])
                                      or (
                                        sft.school_id is null
                                        and sft.district_id = any ($10::uuid[])
                                      )
                                    )
                                  from shift sft
                                  where sft.id = _l0.shift_id
                                )
                              )
                              or (
                                select sft.starts_at <= $8::timestamptz
                                from shift sft
                                where sft.id = _l0.shift_id
                              )
                            )
                          )
                          or (
                            (
                              select sgn.guardian_id = $2::uuid
                              from signup sgn
                              where sgn.id = _l0.signup_id
                            )
                            and (
                              exists (
                                select 1
                                from engagement res
                                where
                                  res.source_id = _l0.signup_id
                                  and res.kind = 'SHIFT_SIGNUP'
                                  and res.status = 'ACTIVE'
                                  and (
                                    res.rests_on is null
                                    or res.rests_on && $7::text[]
                                  )
                              )
                              or (
                                (
                                  select
                                    (
                                      select
                                        exists (
                                          select 1
                                          from audience_target t
                                          where
                                            t.audience_id = act.audience_id
                                            and t.key = any ($7::text[])
                                        )
                                      from volunteer_activity act
                                      where act.id = sft.activity_id
                                    )
                                  from shift sft
                                  where sft.id = _l0.shift_id
                                )
                                or (
                                  _l0.status not in ('OFFERED', 'PENDING')
                                  and (
                                    select
                                      (
                                        sft.school_id = any ($9::uuid[])
                                        or (
                                          sft.school_id is null
                                          and sft.district_id = any ($10::uuid[])
                                        )
                                      )
                                    from shift sft
                                    where sft.id = _l0.shift_id
                                  )
                                )
                                or (
                                  select sft.starts_at <= $8::timestamptz
                                  from shift sft
                                  where sft.id = _l0.shift_id
                                )
                              )
                            )
                          )
                        )
                        and true
                      )
                    order by
                      _l0."offered_at" desc,
                      _l0."id" desc
                    limit ($11::int + 1)
                  ) _l0
              ) _l0
          ) || ',' || ('"' || _r0."id"::text || '"]')
        from guardian _r0
        where
          (
            _r0.id = $12::uuid
            and (
              _r0.id = $2::uuid
              or _r0.id = any (
                array(
                  select tie.guardian_id
                  from
                    household_student hst
                    join household_guardian hgd on hgd.household_id = hst.household_id
                    join guardianship tie on tie.guardian_id = hgd.guardian_id
                    and tie.student_id = hst.student_id
                  where
                    hst.household_id = any ($3::uuid[])
                    and hst.student_id = any ($4::uuid[])
                    and tie.status = 'ACTIVE'
                    and tie.valid_from <= $5::date
                    and (
                      tie.valid_to is null
                      or tie.valid_to >= $5::date
                    )
                )
              )
            )
          )
      ),
      'null'
    ) || ']' || ']'
  end;

-- the whole query, for guest; signed in (as lecturer)
-- _r0: Viewer.guardian
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || '[' || coalesce(
      (
        select 'null'
        from guardian _r0
        where false
      ),
      'null'
    ) || ']' || ']'
  end;

-- the whole query, for guardian + teacher + staff (as teacher-parent)
-- _r0: Viewer.guardian
-- _l0: Guardian.standInsOffered
-- _r1: StandIn.from
-- _r2: StandIn.role
-- _r3: StandIn.shift
-- _r4: Shift.activity
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || '[' || coalesce(
      (
        select
          '[' || (
            select
              '[' || coalesce(
                '[' || string_agg(
                  '[' || coalesce(
                    (
                      select
                        '["' || _r1."id"::text || '",' || right(
                          json_build_array(
                            (
                              select json_build_array(p.name, p.phone, p.phone_verified_at)
                              from person p
                              where p.id = _r1.person_id
                            ),
                            (
                              select coalesce(json_agg(pupil.id), '[]')
                              from
                                (
                                  select stu.id
                                  from
                                    guardianship tie
                                    join student stu on stu.id = tie.student_id
                                  where
                                    tie.guardian_id = _r1.id
                                    and tie.status in ('PENDING', 'ACTIVE', 'BLOCKED')
                                    and (
                                      stu.school_id = any ($2::uuid[])
                                      or exists (
                                        select 1
                                        from class_membership m
                                        where
                                          m.student_id = stu.id
                                          and m.school_class_id = any ($3::uuid[])
                                          and m.status = 'ACTIVE'
                                      )
                                    )
                                ) pupil (id)
                            )
                          )::text,
                          -1
                        )
                      from guardian _r1
                      where
                        (
                          _r1.id = (
                            select sgn.guardian_id
                            from signup sgn
                            where sgn.id = _l0.signup_id
                          )
                          and (
                            _r1.id = $4::uuid
                            or _r1.id = any (
                              array(
                                select tie.guardian_id
                                from
                                  household_student hst
                                  join household_guardian hgd on hgd.household_id = hst.household_id
                                  join guardianship tie on tie.guardian_id = hgd.guardian_id
                                  and tie.student_id = hst.student_id
                                where
                                  hst.household_id = any ($5::uuid[])
                                  and hst.student_id = any ($6::uuid[])
                                  and tie.status = 'ACTIVE'
                                  and tie.valid_from <= $7::date
                                  and (
                                    tie.valid_to is null
                                    or tie.valid_to >= $7::date
                                  )
                              )
                            )
                            or exists (
                              select 1
                              from
                                guardianship g
                                join class_membership m on m.student_id = g.student_id
                              where
                                g.guardian_id = _r1.id
                                and g.status in ('ACTIVE', 'PENDING')
                                and m.school_class_id = any ($3::uuid[])
                                and m.status = 'ACTIVE'
                            )
                          )
                        )
                      limit 1
                    ),
                    'null'
                  ) || ',' || coalesce(
                    (
                      select
                        '["' || _r2."id"::text || '",' || _r2."capacity"::text || ',' || _r2."places_taken"::text || ',' || _r2."approval_required"::text || ',' || right(
                          json_build_array(
                            _r2."name",
                            (false),
                            (
                              select
                                json_build_array(
                                  json_build_array(
                                    sft.status = 'SCHEDULED',
                                    sft.signup_opens_at,
                                    case
                                      when act.kind = 'PARENT_LECTURE'
                                      and exists (
                                        select 1
                                        from parent_lecture plc
                                        where plc.shift_id = sft.id
                                      ) then sft.published_at
                                      else sft.signup_closes_at
                                    end,
                                    sft.starts_at,
                                    exists (
                                      select 1
                                      from signup sgn
                                      where
                                        sgn.person_id = $8::uuid
                                        and sgn.shift_id = sft.id
                                        and sgn.status in ('PENDING', 'CONFIRMED')
                                    ),
                                    exists (
                                      select 1
                                      from audience_target t
                                      where
                                        t.audience_id = act.audience_id
                                        and t.key = any ($9::text[])
                                    ),
                                    (
                                      select max(sus.ends_at)
                                      from volunteer_suspension sus
                                      where
                                        sus.person_id = $8::uuid
                                        and sus.district_id = sft.district_id
                                        and (
                                          sus.school_id is null
                                          or sus.school_id = sft.school_id
                                        )
                                        and sus.lifted_at is null
                                        and sus.starts_at <= $10::timestamptz
                                    ),
                                    coalesce(
                                      tstzrange (sft.starts_at, sft.ends_at) && (
                                        select range_agg(eng.during)
                                        from engagement eng
                                        where
                                          eng.subject = $8::uuid
                                          and eng.status = 'ACTIVE'
                                      ),
                                      false
                                    )
                                  ),
                                  rol.capacity,
                                  rol.places_taken + case
                                    when rol.approval_required
                                    and exists (
                                      select 1
                                      from waitlist_entry wle
                                      where
                                        wle.role_id = rol.id
                                        and wle.status = 'WAITING'
                                    ) then (
                                      select count(*)
                                      from signup sgn
                                      where
                                        sgn.role_id = rol.id
                                        and sgn.status = 'PENDING'
                                    )
                                    else 0
                                  end,
                                  (
                                    rol.qualification is null
                                    or exists (
                                      select 1
                                      from volunteer_qualification qual
                                      where
                                        qual.person_id = $8::uuid
                                        and qual.name = rol.qualification
                                        and qual.district_id = sft.district_id
                                        and qual.revoked_at is null
                                        and $7::date between qual.valid_from and coalesce(qual.valid_to, 'infinity')
                                    )
                                  )
                                )
                              from
                                shift_role rol
                                join shift sft on sft.id = rol.shift_id
                                join volunteer_activity act on act.id = sft.activity_id
                              where rol.id = _r2.id
                            )
                          )::text,
                          -1
                        )
                      from shift_role _r2
                      where
                        (
                          _r2.id = _l0."role_id"
                          and exists (
                            select 1
                            from shift sft
                            where
                              sft.id = _r2.shift_id
                              and (
                                (
                                  sft.published_at is not null
                                  and (
                                    sft.school_id = any ($11::uuid[])
                                    or (
                                      sft.school_id is null
                                      and sft.district_id = any ($12::uuid[])
                                    )
                                  )
                                )
                                or (
                                  sft.school_id = any ($13::uuid[])
                                  and (
                                    sft.published_at is not null
                                    or (
                                      select act.organiser_id = $14::uuid
                                      from volunteer_activity act
                                      where act.id = sft.activity_id
                                    )
                                  )
                                )
                              )
                          )
                        )
                    ),
                    'null'
                  ) || ',' || coalesce(
                    (
                      select
                        '[' || coalesce(
                          (
                            select '["' || _r4."id"::text || '",' || right(json_build_array(_r4."title", _r4."risk_notice")::text, -1)
                            from volunteer_activity _r4
                            where
                              (
                                _r4.id = _r3."activity_id"
                                and (
                                  (
                                    _r4.published_at is not null
                                    and (
                                      _r4.school_id = any ($11::uuid[])
                                      or (
                                        _r4.school_id is null
                                        and _r4.district_id = any ($12::uuid[])
                                      )
                                    )
                                  )
                                  or (
                                    _r4.school_id = any ($13::uuid[])
                                    and (
                                      _r4.published_at is not null
                                      or _r4.organiser_id = $14::uuid
                                    )
                                  )
                                )
                              )
                          ),
                          'null'
                        ) || ',' || (
                          '"' || _r3."id"::text || '","' || _r3."status"::text || '","' || _r3."starts_at"::text || '","' || _r3."ends_at"::text || '","' || _r3."signup_opens_at"::text || '","' || _r3."signup_closes_at"::text || '",' || right(json_build_array(_r3."place")::text, -1)
                        )
                      from shift _r3
                      where
                        (
                          _r3.id = _l0."shift_id"
                          and (
                            (
                              _r3.published_at is not null
                              and (
                                _r3.school_id = any ($11::uuid[])
                                or (
                                  _r3.school_id is null
                                  and _r3.district_id = any ($12::uuid[])
                                )
                              )
                            )
                            or (
                              _r3.school_id = any ($13::uuid[])
                              and (
                                _r3.published_at is not null
                                or (
                                  select act.organiser_id = $14::uuid
                                  from volunteer_activity act
                                  where act.id = _r3.activity_id
                                )
                              )
                            )
                          )
                        )
                    ),
                    'null'
                  ) || ',' || (
                    '"' || _l0."id"::text || '","' || _l0."way"::text || '","' || _l0."status"::text || '","' || _l0."offered_at"::text || '","' || _l0."expires_at"::text || '",' || right(
                      json_build_array(
                        _l0."reject_reason",
                        (
                          _l0.way = 'GUARDIAN'
                          and _l0.to_id is not distinct from $4::uuid
                        ),
                        (
                          select
                            (
                              select
                                json_build_array(
                                  json_build_array(
                                    sft.status = 'SCHEDULED',
                                    sft.signup_opens_at,
                                    case
                                      when act.kind = 'PARENT_LECTURE'
                                      and exists (
                                        select 1
                                        from parent_lecture plc
                                        where plc.shift_id = sft.id
                                      ) then sft.published_at
                                      else sft.signup_closes_at
                                    end,
                                    sft.starts_at,
                                    exists (
                                      select 1
                                      from signup sgn
                                      where
                                        sgn.person_id = $8::uuid
                                        and sgn.shift_id = sft.id
                                        and sgn.status in ('PENDING', 'CONFIRMED')
                                    ),
                                    exists (
                                      select 1
                                      from audience_target t
                                      where
                                        t.audience_id = act.audience_id
                                        and t.key = any ($9::text[])
                                    ),
                                    (
                                      select max(sus.ends_at)
                                      from volunteer_suspension sus
                                      where
                                        sus.person_id = $8::uuid
                                        and sus.district_id = sft.district_id
                                        and (
                                          sus.school_id is null
                                          or sus.school_id = sft.school_id
                                        )
                                        and sus.lifted_at is null
                                        and sus.starts_at <= $10::timestamptz
                                    ),
                                    coalesce(
                                      tstzrange (sft.starts_at, sft.ends_at) && (
                                        select range_agg(eng.during)
                                        from engagement eng
                                        where
                                          eng.subject = $8::uuid
                                          and eng.status = 'ACTIVE'
                                      ),
                                      false
                                    )
                                  ),
                                  rol.capacity,
                                  rol.places_taken + case
                                    when rol.approval_required
                                    and exists (
                                      select 1
                                      from waitlist_entry wle
                                      where
                                        wle.role_id = rol.id
                                        and wle.status = 'WAITING'
                                    ) then (
                                      select count(*)
                                      from signup sgn
                                      where
                                        sgn.role_id = rol.id
                                        and sgn.status = 'PENDING'
                                    )
                                    else 0
                                  end,
                                  (
                                    rol.qualification is null
                                    or exists (
                                      select 1
                                      from volunteer_qualification qual
                                      where
                                        qual.person_id = $8::uuid
                                        and qual.name = rol.qualification
                                        and qual.district_id = sft.district_id
                                        and qual.revoked_at is null
                                        and $7::date between qual.valid_from and coalesce(qual.valid_to, 'infinity')
                                    )
                                  )
                                )
                              from
                                shift_role rol
                                join shift sft on sft.id = rol.shift_id
                                join volunteer_activity act on act.id = sft.activity_id
                              where rol.id = wanted.id
                            )
                          from shift_role wanted
                          where wanted.id = _l0.role_id
                        ),
                        (
                          select sgn.guardian_id is not distinct from $4::uuid
                          from signup sgn
                          where sgn.id = _l0.signup_id
                        )
                      )::text,
                      -1
                    )
                  ),
                  ','
                ) filter (
                  where _l0._n <= $15::int
                ) || ']',
                case
                  when (_r0.id = $4::uuid) is not true then 'false'
                  else 'null'
                end
              ) || ',' || (count(*) > $15::int)::text || ']'
            from
              (
                select
                  _l0.*,
                  row_number() over () as _n
                from
                  (
                    select _l0.*
                    from stand_in _l0
                    where
                      (
                        _l0."to_id" = _r0.id
                        and (
                          (
                            _l0.to_id = $4::uuid
                            and (
                              (
                                select
                                  (
                                    select
                                      exists (
                                        select 1
                                        from audience_target t
                                        where
                                          t.audience_id = act.audience_id
                                          and t.key = any ($9::text[])
                                      )
                                    from volunteer_activity act
                                    where act.id = sft.activity_id
                                  )
                                from shift sft
                                where sft.id = _l0.shift_id
                              )
                              or (
                                _l0.status not in ('OFFERED', 'PENDING')
                                and (
                                  select
                                    (
                                      sft.school_id = any ($11::uuid[])
                                      or (
                                        sft.school_id is null
                                        and sft.district_id = any ($12::uuid[])
                                      )
                                    )
                                  from shift sft
                                  where sft.id = _l0.shift_id
                                )
                              )
                              or (
                                select sft.starts_at <= $10::timestamptz
                                from shift sft
                                where sft.id = _l0.shift_id
                              )
                            )
                          )
                          or (
                            (
                              select sgn.guardian_id = $4::uuid
                              from signup sgn
                              where sgn.id = _l0.signup_id
                            )
                            and (
                              exists (
                                select 1
                                from engagement res
                                where
                                  res.source_id = _l0.signup_id
                                  and res.kind = 'SHIFT_SIGNUP'
                                  and res.status = 'ACTIVE'
                                  and (
                                    res.rests_on is null
                                    or res.rests_on && $9::text[]
                                  )
                              )
                              or (
                                (
                                  select
                                    (
                                      select
                                        exists (
                                          select 1
                                          from audience_target t
                                          where
                                            t.audience_id = act.audience_id
                                            and t.key = any ($9::text[])
                                        )
                                      from volunteer_activity act
                                      where act.id = sft.activity_id
                                    )
                                  from shift sft
                                  where sft.id = _l0.shift_id
                                )
                                or (
                                  _l0.status not in ('OFFERED', 'PENDING')
                                  and (
                                    select
                                      (
                                        sft.school_id = any ($11::uuid[])
                                        or (
                                          sft.school_id is null
                                          and sft.district_id = any ($12::uuid[])
                                        )
                                      )
                                    from shift sft
                                    where sft.id = _l0.shift_id
                                  )
                                )
                                or (
                                  select sft.starts_at <= $10::timestamptz
                                  from shift sft
                                  where sft.id = _l0.shift_id
                                )
                              )
                            )
                          )
                          or (
                            (
                              select
                                (
                                  sft.school_id = any ($13::uuid[])
                                  and (
                                    select act.organiser_id = $14::uuid
                                    from volunteer_activity act
                                    where act.id = sft.activity_id
                                  )
                                )
                              from shift sft
                              where sft.id = _l0.shift_id
                            )
                            and (
                              _l0.status not in ('OFFERED', 'PENDING')
                              or (
                                (
                                  select
                                    (
                                      sgn.status not in ('PENDING', 'CONFIRMED')
                                      or (
                                        (
                                          select sft.starts_at <= $10::timestamptz
                                          from shift sft
                                          where sft.id = sgn.shift_id
                                        )
                                        or exists (
                                          select 1
                                          from engagement res
                                          where
                                            res.source_id = sgn.id
                                            and res.kind = 'SHIFT_SIGNUP'
                                            and res.status = 'ACTIVE'
                                            and (
                                              res.rests_on is null
                                              or res.rests_on && array(
                                                select distinct
                                                  aky.key
                                                from
                                                  guardianship gsh
                                                  join class_membership cms on cms.student_id = gsh.student_id
                                                  and cms.status = 'ACTIVE'
                                                  join school_class cls on cls.id = cms.school_class_id
                                                  join grade grd on grd.id = cls.grade_id
                                                  join school sch on sch.id = cls.school_id
                                                  join school_year scy on scy.id = cls.school_year_id
                                                  and $7::date between scy.starts_on and scy.ends_on
                                                  cross join lateral unnest(
                                                    array[
                                                      'class:' || cls.id,
                                                      'school:' || sch.id,
                                                      'school:' || sch.id || ':grade:' || grd.id,
                                                      'school:' || sch.id || ':stage:' || grd.stage,
                                                      'district:' || sch.district_id,
                                                      'district:' || sch.district_id || ':grade:' || grd.id,
                                                      'district:' || sch.district_id || ':stage:' || grd.stage
                                                    ]
                                                  ) as aky (key)
                                                where
                                                  gsh.guardian_id = sgn.guardian_id
                                                  and gsh.status = 'ACTIVE'
                                                  and gsh.data_access
                                                  and gsh.valid_from <= $7::date
                                                  and (
                                                    gsh.valid_to is null
                                                    or gsh.valid_to >= $7::date
                                                  )
                                              )
                                            )
                                        )
                                        or (
                                          select
                                            exists (
                                              select 1
                                              from
                                                guardianship tie
                                                join student stu on stu.id = tie.student_id
                                                and stu.left_on is null
                                                join school sch on sch.id = stu.school_id
                                              where
                                                tie.guardian_id = sgn.guardian_id
                                                and tie.status = 'ACTIVE'
                                                and tie.data_access
                                                and tie.valid_from <= $7::date
                                                and (
                                                  tie.valid_to is null
                                                  or tie.valid_to >= $7::date
                                                )
                                                and (
                                                  sch.id = sft.school_id
                                                  or sft.school_id is null
                                                  and sch.district_id = sft.district_id
                                                )
                                                and not exists (
                                                  select 1
                                                  from
                                                    class_membership cms
                                                    join school_year scy on scy.id = cms.school_year_id
                                                  where
                                                    cms.student_id = stu.id
                                                    and cms.status = 'ACTIVE'
                                                    and $7::date between scy.starts_on and scy.ends_on
                                                )
                                            )
                                          from shift sft
                                          where sft.id = sgn.shift_id
                                        )
                                      )
                                      or exists (
                                        select 1
                                        from attendance att
                                        where
                                          att.signup_id = sgn.id
                                          and att.checked_in_at is not null
                                      )
                                    )
                                  from signup sgn
                                  where sgn.id = _l0.signup_id
                                )
                                and (
                                  (
                                    _l0.to_id is null
                                    or _l0.way = 'CODE'
                                    and _l0.status = 'OFFERED'
                                  )
                                  or (
                                    (
                                      select sft.starts_at <= $10::timestamptz
                                      from shift sft
                                      where sft.id = _l0.shift_id
                                    )
                                    or (
                                      select
                                        exists (
                                          select 1
                                          from audience_target t
                                          where
                                            t.audience_id = aud.audience_id
                                            and t.key = any (
                                              array(
                                                select distinct
                                                  aky.key
                                                from
                                                  guardianship gsh
                                                  join class_membership cms on cms.student_id = gsh.student_id
                                                  and cms.status = 'ACTIVE'
                                                  join school_class cls on cls.id = cms.school_class_id
                                                  join grade grd on grd.id = cls.grade_id
                                                  join school sch on sch.id = cls.school_id
                                                  join school_year scy on scy.id = cls.school_year_id
                                                  and $7::date between scy.starts_on and scy.ends_on
                                                  cross join lateral unnest(
                                                    array[
                                                      'class:' || cls.id,
                                                      'school:' || sch.id,
                                                      'school:' || sch.id || ':grade:' || grd.id,
                                                      'school:' || sch.id || ':stage:' || grd.stage,
                                                      'district:' || sch.district_id,
                                                      'district:' || sch.district_id || ':grade:' || grd.id,
                                                      'district:' || sch.district_id || ':stage:' || grd.stage
                                                    ]
                                                  ) as aky (key)
                                                where
                                                  gsh.guardian_id = _l0.to_id
                                                  and gsh.status = 'ACTIVE'
                                                  and gsh.data_access
                                                  and gsh.valid_from <= $7::date
                                                  and (
                                                    gsh.valid_to is null
                                                    or gsh.valid_to >= $7::date
                                                  )
                                              )
                                            )
                                        )
                                      from
                                        shift ash
                                        join volunteer_activity aud on aud.id = ash.activity_id
                                      where ash.id = _l0.shift_id
                                    )
                                    or (
                                      select
                                        exists (
                                          select 1
                                          from
                                            guardianship tie
                                            join student stu on stu.id = tie.student_id
                                            and stu.left_on is null
                                            join school sch on sch.id = stu.school_id
                                          where
                                            tie.guardian_id = _l0.to_id
                                            and tie.status = 'ACTIVE'
                                            and tie.data_access
                                            and tie.valid_from <= $7::date
                                            and (
                                              tie.valid_to is null
                                              or tie.valid_to >= $7::date
                                            )
                                            and (
                                              sch.id = sft.school_id
                                              or sft.school_id is null
                                              and sch.district_id = sft.district_id
                                            )
                                            and not exists (
                                              select 1
                                              from
                                                class_membership cms
                                                join school_year scy on scy.id = cms.school_year_id
                                              where
                                                cms.student_id = stu.id
                                                and cms.status = 'ACTIVE'
                                                and $7::date between scy.starts_on and scy.ends_on
                                            )
                                        )
                                      from shift sft
                                      where sft.id = _l0.shift_id
                                    )
                                  )
                                )
                              )
                            )
                          )
                        )
                        and true
                      )
                    order by
                      _l0."offered_at" desc,
                      _l0."id" desc
                    limit ($15::int + 1)
                  ) _l0
              ) _l0
          ) || ',' || (
            '"' || _r0."id"::text || '",' || right(
              json_build_array(
                (
                  select coalesce(json_agg(pupil.id), '[]')
                  from
                    (
                      select stu.id
                      from
                        guardianship tie
                        join student stu on stu.id = tie.student_id
                      where
                        tie.guardian_id = _r0.id
                        and tie.status in ('PENDING', 'ACTIVE', 'BLOCKED')
                        and (
                          stu.school_id = any ($2::uuid[])
                          or exists (
                            select 1
                            from class_membership m
                            where
                              m.student_id = stu.id
                              and m.school_class_id = any ($3::uuid[])
                              and m.status = 'ACTIVE'
                          )
                        )
                    ) pupil (id)
                )
              )::text,
              -1
            )
          )
        from guardian _r0
        where
          (
            _r0.id = $16::uuid
            and (
              _r0.id = $4::uuid
              or _r0.id = any (
                array(
                  select tie.guardian_id
                  from
                    household_student hst
                    join household_guardian hgd on hgd.household_id = hst.household_id
                    join guardianship tie on tie.guardian_id = hgd.guardian_id
                    and tie.student_id = hst.student_id
                  where
                    hst.household_id = any ($5::uuid[])
                    and hst.student_id = any ($6::uuid[])
                    and tie.status = 'ACTIVE'
                    and tie.valid_from <= $7::date
                    and (
                      tie.valid_to is null
                      or tie.valid_to >= $7::date
                    )
                )
              )
              or exists (
                select 1
                from
                  guardianship g
                  join class_membership m on m.student_id = g.student_id
                where
                  g.guardian_id = _r0.id
                  and g.status in ('ACTIVE', 'PENDING')
                  and m.school_class_id = any ($3::uuid[])
                  and m.status = 'ACTIVE'
              )
            )
          )
      ),
      'null'
    ) || ']' || ']'
  end;
