-- OpenStaffLink, asked as school-admin: answered by statement

-- the whole query, for school + staff + auditsSchool (as school-admin)
-- _r0: Query.node (StandIn)
-- _r1: StandIn.shift
-- _r2: Shift.activity
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || '[' || coalesce(
      (
        select
          '[' || string_agg(
            '[' || coalesce(
              (
                select
                  '[' || coalesce(
                    (
                      select '["' || _r2."id"::text || '",' || right(json_build_array(_r2."title")::text, -1)
                      from volunteer_activity _r2
                      where
                        (
                          _r2.id = _r1."activity_id"
                          and (
                            (
                              _r2.school_id = any ($2::uuid[])
                              and (
                                _r2.published_at is not null
                                or _r2.organiser_id = $3::uuid
                              )
                            )
                            or _r2.school_id = any ($4::uuid[])
                          )
                        )
                    ),
                    'null'
                  ) || ',' || ('"' || _r1."id"::text || '","' || _r1."starts_at"::text || '",' || right(json_build_array(_r1."place")::text, -1))
                from shift _r1
                where
                  (
                    _r1.id = _r0."shift_id"
                    and (
                      (
                        _r1.school_id = any ($2::uuid[])
                        and (
                          _r1.published_at is not null
                          or (
                            select act.organiser_id = $3::uuid
                            from volunteer_activity act
                            where act.id = _r1.activity_id
                          )
                        )
                      )
                      or _r1.school_id = any ($4::uuid[])
                    )
                  )
              ),
              'null'
            ) || ',' || ('"' || _r0."id"::text || '","' || _r0."status"::text || '"]'),
            ','
          ) || ']'
        from stand_in _r0
        where
          (
            _r0.id = any ($5::uuid[])
            and (
              (
                select
                  (
                    (
                      sft.school_id = any ($2::uuid[])
                      and (
                        select act.organiser_id = $3::uuid
                        from volunteer_activity act
                        where act.id = sft.activity_id
                      )
                    )
                    or sft.school_id = any ($4::uuid[])
                  )
                from shift sft
                where sft.id = _r0.shift_id
              )
              and (
                _r0.status not in ('OFFERED', 'PENDING')
                or (
                  (
                    select
                      (
                        sgn.status not in ('PENDING', 'CONFIRMED')
                        or (
                          (
                            select sft.starts_at <= $6::timestamptz
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
                    where sgn.id = _r0.signup_id
                  )
                  and (
                    (
                      _r0.to_id is null
                      or _r0.way = 'CODE'
                      and _r0.status = 'OFFERED'
                    )
                    or (
                      (
                        select sft.starts_at <= $6::timestamptz
                        from shift sft
                        where sft.id = _r0.shift_id
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
                                    gsh.guardian_id = _r0.to_id
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
                        where ash.id = _r0.shift_id
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
                              tie.guardian_id = _r0.to_id
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
                        where sft.id = _r0.shift_id
                      )
                    )
                  )
                )
              )
            )
          )
      ),
      'null'
    ) || ']' || ']'
  end;

-- the whole query, for staff; teacher + staff (as teacher); staff + auditsSchool
-- _r0: Query.node (StandIn)
-- _r1: StandIn.shift
-- _r2: Shift.activity
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || '[' || coalesce(
      (
        select
          '[' || string_agg(
            '[' || coalesce(
              (
                select
                  '[' || coalesce(
                    (
                      select '["' || _r2."id"::text || '",' || right(json_build_array(_r2."title")::text, -1)
                      from volunteer_activity _r2
                      where
                        (
                          _r2.id = _r1."activity_id"
                          and (
                            _r2.school_id = any ($2::uuid[])
                            and (
                              _r2.published_at is not null
                              or _r2.organiser_id = $3::uuid
                            )
                          )
                        )
                    ),
                    'null'
                  ) || ',' || ('"' || _r1."id"::text || '","' || _r1."starts_at"::text || '",' || right(json_build_array(_r1."place")::text, -1))
                from shift _r1
                where
                  (
                    _r1.id = _r0."shift_id"
                    and (
                      _r1.school_id = any ($2::uuid[])
                      and (
                        _r1.published_at is not null
                        or (
                          select act.organiser_id = $3::uuid
                          from volunteer_activity act
                          where act.id = _r1.activity_id
                        )
                      )
                    )
                  )
              ),
              'null'
            ) || ',' || ('"' || _r0."id"::text || '","' || _r0."status"::text || '"]'),
            ','
          ) || ']'
        from stand_in _r0
        where
          (
            _r0.id = any ($4::uuid[])
            and (
              (
                select
                  (
                    sft.school_id = any ($2::uuid[])
                    and (
                      select act.organiser_id = $3::uuid
                      from volunteer_activity act
                      where act.id = sft.activity_id
                    )
                  )
                from shift sft
                where sft.id = _r0.shift_id
              )
              and (
                _r0.status not in ('OFFERED', 'PENDING')
                or (
                  (
                    select
                      (
                        sgn.status not in ('PENDING', 'CONFIRMED')
                        or (
                          (
                            select sft.starts_at <= $5::timestamptz
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
                                    and $6::date between scy.starts_on and scy.ends_on
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
                                    and gsh.valid_from <= $6::date
                                    and (
                                      gsh.valid_to is null
                                      or gsh.valid_to >= $6::date
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
                                  and tie.valid_from <= $6::date
                                  and (
                                    tie.valid_to is null
                                    or tie.valid_to >= $6::date
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
                                      and $6::date between scy.starts_on and scy.ends_on
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
                    where sgn.id = _r0.signup_id
                  )
                  and (
                    (
                      _r0.to_id is null
                      or _r0.way = 'CODE'
                      and _r0.status = 'OFFERED'
                    )
                    or (
                      (
                        select sft.starts_at <= $5::timestamptz
                        from shift sft
                        where sft.id = _r0.shift_id
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
                                    and $6::date between scy.starts_on and scy.ends_on
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
                                    gsh.guardian_id = _r0.to_id
                                    and gsh.status = 'ACTIVE'
                                    and gsh.data_access
                                    and gsh.valid_from <= $6::date
                                    and (
                                      gsh.valid_to is null
                                      or gsh.valid_to >= $6::date
                                    )
                                )
                              )
                          )
                        from
                          shift ash
                          join volunteer_activity aud on aud.id = ash.activity_id
                        where ash.id = _r0.shift_id
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
                              tie.guardian_id = _r0.to_id
                              and tie.status = 'ACTIVE'
                              and tie.data_access
                              and tie.valid_from <= $6::date
                              and (
                                tie.valid_to is null
                                or tie.valid_to >= $6::date
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
                                  and $6::date between scy.starts_on and scy.ends_on
                              )
                          )
                        from shift sft
                        where sft.id = _r0.shift_id
                      )
                    )
                  )
                )
              )
            )
          )
      ),
      'null'
    ) || ']' || ']'
  end;

-- the whole query, for district + auditsDistrict (as district-admin)
-- _r0: Query.node (StandIn)
-- _r1: StandIn.shift
-- _r2: Shift.activity
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || '[' || coalesce(
      (
        select
          '[' || string_agg(
            '[' || coalesce(
              (
                select
                  '[' || coalesce(
                    (
                      select '["' || _r2."id"::text || '",' || right(json_build_array(_r2."title")::text, -1)
                      from volunteer_activity _r2
                      where
                        (
                          _r2.id = _r1."activity_id"
                          and _r2.district_id = any ($2::uuid[])
                        )
                    ),
                    'null'
                  ) || ',' || ('"' || _r1."id"::text || '","' || _r1."starts_at"::text || '",' || right(json_build_array(_r1."place")::text, -1))
                from shift _r1
                where
                  (
                    _r1.id = _r0."shift_id"
                    and _r1.district_id = any ($2::uuid[])
                  )
              ),
              'null'
            ) || ',' || ('"' || _r0."id"::text || '","' || _r0."status"::text || '"]'),
            ','
          ) || ']'
        from stand_in _r0
        where
          (
            _r0.id = any ($3::uuid[])
            and (
              (
                (
                  (
                    select
                      (
                        sft.school_id is null
                        and sft.district_id = any ($2::uuid[])
                      )
                    from shift sft
                    where sft.id = _r0.shift_id
                  )
                  or (
                    _r0.status = 'PENDING'
                    and (
                      select
                        (
                          sft.school_id is not null
                          and sft.district_id = any ($2::uuid[])
                          and sft.status = 'SCHEDULED'
                          and sft.starts_at > $4::timestamptz
                          and not exists (
                            select 1
                            from
                              staff_assignment asg
                              join staff stf on stf.id = asg.staff_id
                            where
                              asg.ended_at is null
                              and asg.valid_from <= $5::date
                              and (
                                asg.valid_to is null
                                or asg.valid_to >= $5::date
                              )
                              and asg.school_id = sft.school_id
                              and (
                                asg.role = 'SCHOOL_ADMIN'
                                or asg.staff_id = (
                                  select own.organiser_id
                                  from volunteer_activity own
                                  where own.id = sft.activity_id
                                )
                              )
                              and stf.person_id <> all (
                                array_remove(
                                  array[
                                    _r0.to_person_id,
                                    (
                                      select giv.person_id
                                      from signup giv
                                      where giv.id = _r0.signup_id
                                    )
                                  ],
                                  null
                                )
                              )
                          )
                        )
                      from shift sft
                      where sft.id = _r0.shift_id
                    )
                  )
                )
                and (
                  _r0.status not in ('OFFERED', 'PENDING')
                  or (
                    (
                      select
                        (
                          sgn.status not in ('PENDING', 'CONFIRMED')
                          or (
                            (
                              select sft.starts_at <= $4::timestamptz
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
                                      and $5::date between scy.starts_on and scy.ends_on
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
                                      and gsh.valid_from <= $5::date
                                      and (
                                        gsh.valid_to is null
                                        or gsh.valid_to >= $5::date
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
                                    and tie.valid_from <= $5::date
                                    and (
                                      tie.valid_to is null
                                      or tie.valid_to >= $5::date
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
                                        and $5::date between scy.starts_on and scy.ends_on
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
                      where sgn.id = _r0.signup_id
                    )
                    and (
                      (
                        _r0.to_id is null
                        or _r0.way = 'CODE'
                        and _r0.status = 'OFFERED'
                      )
                      or (
                        (
                          select sft.starts_at <= $4::timestamptz
                          from shift sft
                          where sft.id = _r0.shift_id
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
                                      and $5::date between scy.starts_on and scy.ends_on
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
                                      gsh.guardian_id = _r0.to_id
                                      and gsh.status = 'ACTIVE'
                                      and gsh.data_access
                                      and gsh.valid_from <= $5::date
                                      and (
                                        gsh.valid_to is null
                                        or gsh.valid_to >= $5::date
                                      )
                                  )
                                )
                            )
                          from
                            shift ash
                            join volunteer_activity aud on aud.id = ash.activity_id
                          where ash.id = _r0.shift_id
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
                                tie.guardian_id = _r0.to_id
                                and tie.status = 'ACTIVE'
                                and tie.data_access
                                and tie.valid_from <= $5::date
                                and (
                                  tie.valid_to is null
                                  or tie.valid_to >= $5::date
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
                                    and $5::date between scy.starts_on and scy.ends_on
                                )
                            )
                          from shift sft
                          where sft.id = _r0.shift_id
                        )
                      )
                    )
                  )
                )
              )
              or (
                (
                  _r0.decided_by_id = $6::uuid
                  and _r0.decided_for_district
                )
                and (
                  select sft.district_id = any ($2::uuid[])
                  from shift sft
                  where sft.id = _r0.shift_id
                )
              )
            )
          )
      ),
      'null'
    ) || ']' || ']'
  end;

-- the whole query, for auditsDistrict (as privacy-officer); signed in (as lecturer)
-- _r0: Query.node (StandIn)
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || '[' || coalesce(
      (
        select '[' || string_agg('null', ',') || ']'
        from stand_in _r0
        where false
      ),
      'null'
    ) || ']' || ']'
  end;

-- the whole query, for guardian + teacher + staff (as teacher-parent)
-- _r0: Query.node (StandIn)
-- _r1: StandIn.shift
-- _r2: Shift.activity
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || '[' || coalesce(
      (
        select
          '[' || string_agg(
            '[' || coalesce(
              (
                select
                  '[' || coalesce(
                    (
                      select '["' || _r2."id"::text || '",' || right(json_build_array(_r2."title")::text, -1)
                      from volunteer_activity _r2
                      where
                        (
                          _r2.id = _r1."activity_id"
                          and (
                            (
                              _r2.published_at is not null
                              and (
                                _r2.school_id = any ($2::uuid[])
                                or (
                                  _r2.school_id is null
                                  and _r2.district_id = any ($3::uuid[])
                                )
                              )
                            )
                            or (
                              _r2.school_id = any ($4::uuid[])
                              and (
                                _r2.published_at is not null
                                or _r2.organiser_id = $5::uuid
                              )
                            )
                          )
                        )
                    ),
                    'null'
                  ) || ',' || ('"' || _r1."id"::text || '","' || _r1."starts_at"::text || '",' || right(json_build_array(_r1."place")::text, -1))
                from shift _r1
                where
                  (
                    _r1.id = _r0."shift_id"
                    and (
                      (
                        _r1.published_at is not null
                        and (
                          _r1.school_id = any ($2::uuid[])
                          or (
                            _r1.school_id is null
                            and _r1.district_id = any ($3::uuid[])
                          )
                        )
                      )
                      or (
                        _r1.school_id = any ($4::uuid[])
                        and (
                          _r1.published_at is not null
                          or (
                            select act.organiser_id = $5::uuid
                            from volunteer_activity act
                            where act.id = _r1.activity_id
                          )
                        )
                      )
                    )
                  )
              ),
              'null'
            ) || ',' || ('"' || _r0."id"::text || '","' || _r0."status"::text || '"]'),
            ','
          ) || ']'
        from stand_in _r0
        where
          (
            _r0.id = any ($6::uuid[])
            and (
              (
                _r0.to_id = $7::uuid
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
                              and t.key = any ($8::text[])
                          )
                        from volunteer_activity act
                        where act.id = sft.activity_id
                      )
                    from shift sft
                    where sft.id = _r0.shift_id
                  )
                  or (
                    _r0.status not in ('OFFERED', 'PENDING')
                    and (
                      select
                        (
                          sft.school_id = any ($2::uuid[])
                          or (
                            sft.school_id is null
                            and sft.district_id = any ($3::uuid[])
                          )
                        )
                      from shift sft
                      where sft.id = _r0.shift_id
                    )
                  )
                  or (
                    select sft.starts_at <= $9::timestamptz
                    from shift sft
                    where sft.id = _r0.shift_id
                  )
                )
              )
              or (
                (
                  select sgn.guardian_id = $7::uuid
                  from signup sgn
                  where sgn.id = _r0.signup_id
                )
                and (
                  exists (
                    select 1
                    from engagement res
                    where
                      res.source_id = _r0.signup_id
                      and res.kind = 'SHIFT_SIGNUP'
                      and res.status = 'ACTIVE'
                      and (
                        res.rests_on is null
                        or res.rests_on && $8::text[]
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
                                and t.key = any ($8::text[])
                            )
                          from volunteer_activity act
                          where act.id = sft.activity_id
                        )
                      from shift sft
                      where sft.id = _r0.shift_id
                    )
                    or (
                      _r0.status not in ('OFFERED', 'PENDING')
                      and (
                        select
                          (
                            sft.school_id = any ($2::uuid[])
                            or (
                              sft.school_id is null
                              and sft.district_id = any ($3::uuid[])
                            )
                          )
                        from shift sft
                        where sft.id = _r0.shift_id
                      )
                    )
                    or (
                      select sft.starts_at <= $9::timestamptz
                      from shift sft
                      where sft.id = _r0.shift_id
                    )
                  )
                )
              )
              or (
                (
                  select
                    (
                      sft.school_id = any ($4::uuid[])
                      and (
                        select act.organiser_id = $5::uuid
                        from volunteer_activity act
                        where act.id = sft.activity_id
                      )
                    )
                  from shift sft
                  where sft.id = _r0.shift_id
                )
                and (
                  _r0.status not in ('OFFERED', 'PENDING')
                  or (
                    (
                      select
                        (
                          sgn.status not in ('PENDING', 'CONFIRMED')
                          or (
                            (
                              select sft.starts_at <= $9::timestamptz
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
                                      and $10::date between scy.starts_on and scy.ends_on
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
                                      and gsh.valid_from <= $10::date
                                      and (
                                        gsh.valid_to is null
                                        or gsh.valid_to >= $10::date
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
                                    and tie.valid_from <= $10::date
                                    and (
                                      tie.valid_to is null
                                      or tie.valid_to >= $10::date
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
                                        and $10::date between scy.starts_on and scy.ends_on
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
                      where sgn.id = _r0.signup_id
                    )
                    and (
                      (
                        _r0.to_id is null
                        or _r0.way = 'CODE'
                        and _r0.status = 'OFFERED'
                      )
                      or (
                        (
                          select sft.starts_at <= $9::timestamptz
                          from shift sft
                          where sft.id = _r0.shift_id
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
                                      and $10::date between scy.starts_on and scy.ends_on
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
                                      gsh.guardian_id = _r0.to_id
                                      and gsh.status = 'ACTIVE'
                                      and gsh.data_access
                                      and gsh.valid_from <= $10::date
                                      and (
                                        gsh.valid_to is null
                                        or gsh.valid_to >= $10::date
                                      )
                                  )
                                )
                            )
                          from
                            shift ash
                            join volunteer_activity aud on aud.id = ash.activity_id
                          where ash.id = _r0.shift_id
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
                                tie.guardian_id = _r0.to_id
                                and tie.status = 'ACTIVE'
                                and tie.data_access
                                and tie.valid_from <= $10::date
                                and (
                                  tie.valid_to is null
                                  or tie.valid_to >= $10::date
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
                                    and $10::date between scy.starts_on and scy.ends_on
                                )
                            )
                          from shift sft
                          where sft.id = _r0.shift_id
                        )
                      )
                    )
                  )
                )
              )
            )
          )
      ),
      'null'
    ) || ']' || ']'
  end;
